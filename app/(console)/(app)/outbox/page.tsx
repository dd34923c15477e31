import type { Metadata } from 'next';
import { MailCheck } from 'lucide-react';
import { PageMessages } from '@/components/i18n/messages';
import { OutboxView } from '@/components/outbox/outbox-view';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { listMails } from '@/lib/features/outbox/read-outbox';
import { openConsolePage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { openLanguage } from '@/lib/http/language';
import { consoleDisplay } from '@/lib/http/language';

const t = translator('outbox');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function OutboxPage() {
  const ctx = await openConsolePage('outbox.view');
  const outbox = await listMails(ctx);
  return (
    <div className="grid gap-5">
      <PageHeader title={t('title')} description={outbox.kind === 'files' ? t('description') : undefined} />
      {outbox.kind === 'smtp' ? (
        <EmptyState
          icon={<MailCheck />}
          title={t('smtp.title')}
          text={t('smtp.text')}
          action={<LinkButton href="/jobs">{t('smtp.action')}</LinkButton>}
        />
      ) : (
        <PageMessages namespaces={['outbox']}>
          <OutboxView initial={outbox} display={await consoleDisplay()} />
        </PageMessages>
      )}
    </div>
  );
}
