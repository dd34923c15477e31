import type { Metadata } from 'next';
import { FeaturesView } from '@/components/features/features-view';
import { PageMessages } from '@/components/i18n/messages';
import { can } from '@/lib/core/access/context';
import { listFeatures } from '@/lib/core/flags/list-features';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { switchFeatureAction } from './actions';
import { openLanguage } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('features')('title') };
}

export default async function FeaturesPage() {
  const ctx = await openMemberPage('features.view');
  return (
    <PageMessages namespaces={['features']}>
      <FeaturesView
        initial={await listFeatures(ctx)}
        canManage={can(ctx, 'features.manage')}
        switchFeature={switchFeatureAction}
      />
    </PageMessages>
  );
}
