'use client';

import type { ReactNode } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { LinkButton } from './link-button';

type PaginationProps = {
  /** What is shown, such as "50 of 1,204 members". */
  text: string;
} & (
  | { kind: 'links'; previousHref: string | null; nextHref: string | null }
  | { kind: 'buttons'; onPrevious: (() => void) | null; onNext: (() => void) | null }
);

/** Cursor pages: before and after, no page numbers, because rows come and go in between. */
export function Pagination(props: PaginationProps) {
  const t = useTranslations('ui');
  const before = (
    <>
      <ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />
      {t('pages.previous')}
    </>
  );
  const after = (
    <>
      {t('pages.next')}
      <ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />
    </>
  );
  return (
    <nav aria-label={t('pages.label')} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm tabular text-muted">{props.text}</p>
      <div className="flex gap-2">
        {props.kind === 'links' ? (
          <>
            <PageLink href={props.previousHref}>{before}</PageLink>
            <PageLink href={props.nextHref}>{after}</PageLink>
          </>
        ) : (
          <>
            <Button disabled={!props.onPrevious} onClick={props.onPrevious ?? undefined}>
              {before}
            </Button>
            <Button disabled={!props.onNext} onClick={props.onNext ?? undefined}>
              {after}
            </Button>
          </>
        )}
      </div>
    </nav>
  );
}

function PageLink({ href, children }: { href: string | null; children: ReactNode }) {
  return href === null ? <Button disabled>{children}</Button> : <LinkButton href={href}>{children}</LinkButton>;
}
