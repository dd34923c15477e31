import { SearchX } from 'lucide-react';
import { NoticeLayout } from '@/components/shell/notice-layout';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { openLanguage } from '@/lib/http/language';
import { findPortalFrame } from '@/lib/http/portal-frame';
import { translator } from '@/lib/messages/translator';
import { portalBrand } from './portal-brand';

/** The same words for a page that is not there and for a host that is nobody's, which has no brand either. */
export default async function NotFound() {
  await openLanguage();
  const t = translator('edge');
  const frame = await findPortalFrame();
  return (
    <NoticeLayout brand={frame && portalBrand(frame.brand)}>
      <EmptyState
        icon={<SearchX aria-hidden="true" />}
        title={t('heading')}
        heading="h1"
        text={t('body')}
        action={<LinkButton href="/">{t('home')}</LinkButton>}
      />
    </NoticeLayout>
  );
}
