import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { PlatformBrandForm } from '@/components/branding/platform-brand-form';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { readPlatformBrands } from '@/lib/features/platform-brand/platform-brands';
import { openLanguage } from '@/lib/http/language';
import { openConsolePage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { savePlatformBrandAction, uploadPlatformPictureAction } from './actions';

const t = translator('console');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('platformBrand.title') };
}

export default async function PlatformBrandPage() {
  const ctx = await openConsolePage('superAdmins.manage');
  const brands = await readPlatformBrands(ctx);
  return (
    <PageMessages namespaces={['branding', 'console']}>
      <div className="grid gap-10">
        <PageHeader
          title={t('platformBrand.title')}
          description={t('platformBrand.description')}
          tabs={
            <LinkTabs
              label={t('platformBrand.tabs')}
              tabs={[
                { href: '/settings', label: t('superAdmins.title') },
                { href: '/settings/branding', label: t('platformBrand.title') },
              ]}
            />
          }
        />
        {brands.map((facts) => (
          <Section
            key={`${facts.key} ${facts.version}`}
            title={t(`platformBrand.${facts.key}`)}
            description={t(`platformBrand.${facts.key}Text`)}
            layout="split"
          >
            <PlatformBrandForm facts={facts} save={savePlatformBrandAction} upload={uploadPlatformPictureAction} />
          </Section>
        ))}
      </div>
    </PageMessages>
  );
}
