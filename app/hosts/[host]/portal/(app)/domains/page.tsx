import type { Metadata } from 'next';
import { DomainsView } from '@/components/domains/domains-view';
import { PageMessages } from '@/components/i18n/messages';
import { can } from '@/lib/core/access/context';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { listDomains } from '@/lib/features/domains/list-domains';
import { openLanguage } from '@/lib/http/language';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { addDomainAction, makeDomainPrimaryAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('domains')('title') };
}

export default async function DomainsPage() {
  const ctx = await openMemberPage('domains.view', { feature: 'domains.custom' });
  const [list, display] = await Promise.all([listDomains(ctx), displayPreferences(ctx)]);
  return (
    <PageMessages namespaces={['domains']}>
      <DomainsView
        initial={list}
        mayManage={can(ctx, 'domains.manage')}
        display={{ ...display, now: new Date().toISOString() }}
        actions={{ add: addDomainAction, makePrimary: makeDomainPrimaryAction }}
      />
    </PageMessages>
  );
}
