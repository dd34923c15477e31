import type { Metadata } from 'next';
import { Palette } from 'lucide-react';
import { z } from 'zod';
import { BrandingHeader } from '@/components/branding/branding-header';
import { HistoryTable } from '@/components/branding/history-table';
import { PageMessages } from '@/components/i18n/messages';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { can } from '@/lib/core/access/context';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { listVersions } from '@/lib/features/branding/list-versions';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { rollBackAction } from '../actions';
import { openLanguage } from '@/lib/http/language';

const t = translator('branding');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: `${t('tabs.history')} · ${t('title')}` };
}

const querySchema = z.object({ before: z.coerce.number().int().min(1).max(999_999_999).optional().catch(undefined) });

export default async function BrandingHistoryPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const ctx = await openMemberPage('branding.view');
  const { before } = querySchema.parse(await searchParams);
  const [{ versions, assets, older, live }, display] = await Promise.all([
    listVersions(ctx, before),
    displayPreferences(ctx),
  ]);
  return (
    <PageMessages namespaces={['branding']} timeZone={display.timeZone}>
      <div className="grid gap-6">
        <BrandingHeader live={live} />
        {versions.length === 0 ? (
          <EmptyState
            icon={<Palette aria-hidden="true" />}
            title={t('history.empty.title')}
            text={t('history.empty.text')}
            action={<LinkButton href="/branding">{t('history.empty.action')}</LinkButton>}
          />
        ) : (
          <HistoryTable
            versions={versions}
            assets={assets}
            canManage={can(ctx, 'branding.manage')}
            display={{ ...display, now: new Date().toISOString() }}
            rollBack={rollBackAction}
          />
        )}
        {(before !== undefined || older !== null) && (
          <div className="flex justify-end gap-2">
            {before !== undefined && <LinkButton href="/branding/history">{t('history.newest')}</LinkButton>}
            {older !== null && <LinkButton href={`/branding/history?before=${older}`}>{t('history.older')}</LinkButton>}
          </div>
        )}
      </div>
    </PageMessages>
  );
}
