import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { PlansView } from '@/components/plans/plans-view';
import { consoleCan } from '@/lib/core/access/context';
import { listPlans } from '@/lib/core/plans/list-plans';
import { openConsolePage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { changePlansAction } from './actions';
import { openLanguage } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('plans')('title') };
}

export default async function PlansPage() {
  const ctx = await openConsolePage('plans.view');
  return (
    <PageMessages namespaces={['plans']}>
      <PlansView initial={await listPlans(ctx)} canManage={consoleCan(ctx, 'plans.manage')} save={changePlansAction} />
    </PageMessages>
  );
}
