'use client';

import type { RefObject } from 'react';
import { Check, ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { copyText } from '@/components/ui/copy-text';
import { buttonStyle } from '@/components/ui/button-style';
import { LinkButton } from '@/components/ui/link-button';
import { useToast } from '@/components/ui/toast';
import type { Run } from '@/lib/workflows/provisioning/schema';

export function CreatedView({ run, heading }: { run: Run; heading: RefObject<HTMLHeadingElement | null> }) {
  const t = useTranslations('wizard');
  const toast = useToast();
  const took = run.steps.reduce((sum, { ms }) => sum + (ms ?? 0), 0);

  async function copyInvitation(url: string) {
    if (await copyText(url)) toast.done(t('done.invitationCopied'));
    else toast.problem(t('done.copyFailed', { url }));
  }

  return (
    <div className="grid gap-6">
      <div className="flex items-start gap-3">
        <span
          aria-hidden="true"
          className="forced-border grid size-9 shrink-0 place-items-center rounded-full bg-positive-soft text-positive-text"
        >
          <Check className="size-5" />
        </span>
        <div className="grid min-w-0 gap-1">
          <h2 ref={heading} tabIndex={-1} className="text-xl font-semibold tracking-tight wrap-anywhere outline-none">
            {t('done.title', { name: run.tenant.name })}
          </h2>
          <p className="wrap-anywhere text-muted">
            {t('done.text', { email: run.adminEmail })} {t('done.took', { ms: took })}
          </p>
        </div>
      </div>
      <dl className="grid gap-4 rounded-lg border border-border bg-raised p-5">
        <Address label={t('done.portal')} url={run.portalUrl} large />
        <Address label={t('done.site')} url={run.siteUrl} />
      </dl>
      <div className="flex flex-wrap gap-2">
        <a href={run.portalUrl} target="_blank" rel="noreferrer" className={buttonStyle('primary')}>
          <ExternalLink aria-hidden="true" />
          {t('done.openPortal')}
        </a>
        {run.invitationUrl !== null && (
          <CopyInvitation
            onCopy={() => void copyInvitation(run.invitationUrl ?? '')}
            label={t('done.copyInvitation')}
          />
        )}
        <LinkButton href={`/tenants/${run.tenant.slug}`}>{t('done.toTenant')}</LinkButton>
        <LinkButton href="/tenants/new?step=organisation" variant="ghost">
          {t('done.another')}
        </LinkButton>
      </div>
    </div>
  );
}

function CopyInvitation({ onCopy, label }: { onCopy: () => void; label: string }) {
  return <Button onClick={onCopy}>{label}</Button>;
}

function Address({ label, url, large = false }: { label: string; url: string; large?: boolean }) {
  return (
    <div className="grid min-w-0 gap-0.5">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="flex min-w-0 items-center gap-1.5">
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          className={`min-w-0 font-medium wrap-anywhere hover:underline ${large ? 'text-lg tracking-tight md:text-xl' : 'text-md'}`}
        >
          {url.replace(/^https?:\/\//, '')}
        </a>
        <CopyButton value={url} label={label} />
      </dd>
    </div>
  );
}
