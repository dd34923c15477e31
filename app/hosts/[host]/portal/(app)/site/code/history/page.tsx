import type { Metadata } from 'next';
import { Code } from 'lucide-react';
import { z } from 'zod';
import { PageMessages } from '@/components/i18n/messages';
import { CodeHeader } from '@/components/site-code/code-header';
import { CodeHistory } from '@/components/site-code/code-history';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { can } from '@/lib/core/access/context';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { listCodeVersions } from '@/lib/features/site-code/list-versions';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { rollBackCodeAction } from '../actions';
import { openLanguage } from '@/lib/http/language';

const t = translator('siteCode');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: `${t('tabs.history')} · ${t('title')}` };
}

const querySchema = z.object({ before: z.coerce.number().int().min(1).max(999_999_999).optional().catch(undefined) });

export default async function SiteCodeHistoryPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const ctx = await openMemberPage('site.view', { feature: 'site.custom_code' });
  const { before } = querySchema.parse(await searchParams);
  const [{ versions, older, live }, display] = await Promise.all([
    listCodeVersions(ctx, before),
    displayPreferences(ctx),
  ]);
  return (
    <PageMessages namespaces={['siteCode']} timeZone={display.timeZone}>
      <div className="grid gap-6">
        <CodeHeader live={live} />
        {versions.length === 0 ? (
          <EmptyState
            icon={<Code aria-hidden="true" />}
            title={t('history.empty.title')}
            text={t('history.empty.text')}
            action={<LinkButton href="/site/code">{t('history.empty.action')}</LinkButton>}
          />
        ) : (
          <CodeHistory
            versions={versions}
            canManage={can(ctx, 'site.manage')}
            display={{ ...display, now: new Date().toISOString() }}
            rollBack={rollBackCodeAction}
          />
        )}
        {(before !== undefined || older !== null) && (
          <div className="flex justify-end gap-2">
            {before !== undefined && <LinkButton href="/site/code/history">{t('history.newest')}</LinkButton>}
            {older !== null && (
              <LinkButton href={`/site/code/history?before=${older}`}>{t('history.older')}</LinkButton>
            )}
          </div>
        )}
      </div>
    </PageMessages>
  );
}
