'use client';

import type { CSSProperties } from 'react';
import clsx from 'clsx';
import { Maximize2, Minimize2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { ScaledDrawing } from '@/components/ui/scaled-drawing';
import type { ThemeName } from '@/lib/core/branding/roles';
import { PreviewEmail } from './preview-email';
import type { PreviewBrand } from './preview-logo';
import { PreviewPortal } from './preview-portal';
import { PreviewSignIn } from './preview-sign-in';
import { PreviewSite } from './preview-site';

export const PREVIEW_SURFACES = ['portal', 'signIn', 'email', 'site'] as const;
export type PreviewSurface = (typeof PREVIEW_SURFACES)[number];

interface PreviewFrameProps {
  surface: PreviewSurface;
  brand: PreviewBrand;
  theme: ThemeName;
  variables: CSSProperties;
  host: string;
  /** Alone on the board, or one of four. */
  enlarged: boolean;
  onToggle: () => void;
  className?: string;
}

/** One page in the brand, with its name above it. */
export function PreviewFrame({
  surface,
  brand,
  theme,
  variables,
  host,
  enlarged,
  onToggle,
  className,
}: PreviewFrameProps) {
  const t = useTranslations('branding.preview');
  const Picture = pictures[surface];
  const shape = enlarged ? LARGE : shapeOf(surface, brand);
  return (
    <figure className={clsx('grid min-w-0 content-start gap-1', className)}>
      <figcaption className="flex min-h-8 items-center justify-between gap-2 ps-0.5">
        <span className="truncate text-sm font-medium text-muted">{t(surface)}</span>
        <IconButton
          label={enlarged ? t('showAll') : t('enlarge', { what: t(surface) })}
          icon={enlarged ? <Minimize2 aria-hidden="true" /> : <Maximize2 aria-hidden="true" />}
          onClick={onToggle}
        />
      </figcaption>
      <ScaledDrawing
        label={t('picture', { what: t(surface), theme: t(theme) })}
        canvas={shape.canvas}
        frame={shape.frame}
      >
        <div
          data-theme={theme}
          style={variables}
          className="@container flex h-full flex-col bg-surface font-sans text-base text-text select-none"
        >
          {surface === 'email' ? <MailBar brand={brand} /> : <AddressBar host={host} />}
          <div className="min-h-0 flex-1 overflow-hidden">
            <Picture brand={brand} />
          </div>
        </div>
      </ScaledDrawing>
    </figure>
  );
}

const pictures = { portal: PreviewPortal, signIn: PreviewSignIn, email: PreviewEmail, site: PreviewSite };

/** Drawn as on a desk where the board is wide, as on a telephone where it is narrow; wide and tall pages are scaled alike. */
interface Shape {
  canvas: string;
  frame: string;
}
const WIDE: Shape = {
  canvas: 'h-[32rem] w-[45rem] @2xl/board:h-[34rem] @2xl/board:w-[54rem]',
  frame: 'aspect-[45/32] @2xl/board:aspect-[54/34]',
};
const TALL: Shape = {
  canvas: 'h-[36rem] w-[26rem] @2xl/board:h-[34rem] @2xl/board:w-[27rem]',
  frame: 'aspect-[26/36] @2xl/board:aspect-[27/34]',
};
/** The same shape as TALL, drawn wider: a form beside a picture needs the room. */
const TALL_SPLIT: Shape = { ...TALL, canvas: 'h-[36rem] w-[26rem] @2xl/board:h-[56.6667rem] @2xl/board:w-[45rem]' };
const LARGE: Shape = {
  canvas: 'h-[42rem] w-[26rem] @2xl/board:h-[42rem] @2xl/board:w-[57rem]',
  frame: 'aspect-[26/42] @2xl/board:aspect-[57/42]',
};

function shapeOf(surface: PreviewSurface, { signInLayout }: PreviewBrand): Shape {
  if (surface === 'portal' || surface === 'site') return WIDE;
  return surface === 'signIn' && signInLayout === 'split' ? TALL_SPLIT : TALL;
}

function AddressBar({ host }: { host: string }) {
  return (
    <div className="flex h-10 shrink-0 items-center gap-3 border-b border-border bg-sunken px-3.5">
      <span className="flex gap-1.5">
        {[0, 1, 2].map((dot) => (
          <span key={dot} className="size-2.5 rounded-full bg-border" />
        ))}
      </span>
      <span className="min-w-0 flex-1 truncate rounded-md bg-raised px-2 py-0.5 text-center font-mono text-xs text-muted">
        {host}
      </span>
    </div>
  );
}

/** Sender and subject, as a list of mails shows them. */
function MailBar({ brand }: { brand: PreviewBrand }) {
  const t = useTranslations('branding.preview.sample');
  return (
    <div className="flex h-10 shrink-0 items-center gap-2 border-b border-border bg-raised px-3.5 text-sm">
      <span className="max-w-[50%] shrink-0 truncate font-semibold">{brand.name}</span>
      <span className="min-w-0 truncate text-muted">{t('mailHeading', { name: brand.name })}</span>
    </div>
  );
}
