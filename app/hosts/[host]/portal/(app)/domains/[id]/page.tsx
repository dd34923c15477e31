import type { Metadata } from 'next';
import { DomainView } from '@/components/domains/domain-view';
import { PageMessages } from '@/components/i18n/messages';
import { PageCrumb } from '@/components/shell/page-crumb';
import { can } from '@/lib/core/access/context';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { readDomain } from '@/lib/features/domains/read-domain';
import { openLanguage } from '@/lib/http/language';
import { openMemberPage, orNotFound } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import {
  changeSurfaceAction,
  checkDomainAction,
  mailRecordsAction,
  makeDomainPrimaryAction,
  releaseDomainAction,
  renewChallengeAction,
} from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('domains')('title') };
}

export default async function DomainPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await openMemberPage('domains.view', { feature: 'domains.custom' });
  const { id } = await params;
  const [domain, display] = await Promise.all([orNotFound(readDomain(ctx, id)), displayPreferences(ctx)]);
  return (
    <PageMessages namespaces={['domains']}>
      <PageCrumb label={domain.display} />
      <DomainView
        key={domain.id}
        initial={domain}
        mayManage={can(ctx, 'domains.manage')}
        display={{ ...display, now: new Date().toISOString() }}
        actions={{
          check: checkDomainAction,
          renew: renewChallengeAction,
          makePrimary: makeDomainPrimaryAction,
          move: changeSurfaceAction,
          release: releaseDomainAction,
          mail: mailRecordsAction,
        }}
      />
    </PageMessages>
  );
}
