'use client';

import { useState } from 'react';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonStyle } from '@/components/ui/button-style';
import { CopyField } from '@/components/ui/copy-field';
import { ErrorState } from '@/components/ui/error-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Segmented } from '@/components/ui/segmented';
import { SkeletonText } from '@/components/ui/skeleton';
import type { OutboxDetail } from '@/lib/features/outbox/schema';
import { useMail } from './use-outbox';

type Display = { locale: string; timeZone: string; now: string };

export function MailReader({ id, display }: { id: string | null; display: Display }) {
  const t = useTranslations('outbox');
  const mail = useMail(id);
  return (
    <section
      aria-label={mail.data?.subject ?? t('choose')}
      aria-busy={mail.isLoading}
      className="min-w-0 overflow-hidden rounded-lg border border-border bg-raised"
    >
      {id === null ? (
        <p className="px-5 py-14 text-center text-muted">{t('choose')}</p>
      ) : mail.isError ? (
        <ErrorState text={t('failed')} onRetry={() => void mail.refetch()} />
      ) : mail.data ? (
        <OpenMail key={mail.data.id} mail={mail.data} display={display} />
      ) : (
        <div className="p-5">
          <SkeletonText lines={8} />
        </div>
      )}
    </section>
  );
}

function OpenMail({ mail, display }: { mail: OutboxDetail; display: Display }) {
  const t = useTranslations('outbox');
  const [view, setView] = useState<'html' | 'text'>('html');
  return (
    <>
      <header className="grid gap-3 border-b border-border p-5">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="grid min-w-0 gap-0.5">
            <h2 className="text-md font-semibold wrap-anywhere">{mail.subject}</h2>
            <p className="text-sm wrap-anywhere text-muted">
              {mail.from} → {mail.to} · <RelativeTime at={mail.writtenAt} {...display} />
            </p>
          </div>
          <Segmented
            label={t('view')}
            options={(['html', 'text'] as const).map((value) => ({ value, label: t(value) }))}
            value={view}
            onChange={setView}
          />
        </div>
        {mail.link !== null && (
          <div className="flex min-w-0 flex-wrap items-center gap-2">
            <div className="min-w-0 flex-1">
              <CopyField value={mail.link} label={t('link')} />
            </div>
            <a href={mail.link} target="_blank" rel="noreferrer" className={buttonStyle('secondary')}>
              {t('openLink')}
              <ExternalLink aria-hidden="true" />
            </a>
          </div>
        )}
      </header>
      {view === 'html' ? (
        // No permission at all: what is in a mail can neither run, nor load, nor send, nor leave its frame.
        <iframe
          sandbox=""
          srcDoc={withoutPictures(mail.html)}
          title={t('preview', { to: mail.to, subject: mail.subject })}
          className="block h-[36rem] w-full bg-white"
        />
      ) : (
        <pre className="max-h-[36rem] overflow-auto p-5 font-mono text-sm whitespace-pre-wrap wrap-anywhere">
          {mail.text}
        </pre>
      )}
    </>
  );
}

/** The console may load nothing from a tenant's host; a picture shows its words, as in a mail program that loads none. */
function withoutPictures(html: string): string {
  return html.replaceAll(
    /<img\b[^>]*\ssrc="https?:[^"]*"[^>]*>/gi,
    (picture) => /\salt="([^"]*)"/i.exec(picture)?.[1] ?? '',
  );
}
