import { SearchX } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { openLanguage } from '@/lib/http/language';
import { translator } from '@/lib/messages/translator';

export default async function NotFound() {
  await openLanguage();
  const t = translator('edge');
  return (
    <main className="grid min-h-[60dvh] place-items-center p-6">
      <EmptyState
        icon={<SearchX aria-hidden="true" />}
        title={t('heading')}
        heading="h1"
        text={t('body')}
        action={<LinkButton href="/">{t('home')}</LinkButton>}
      />
    </main>
  );
}
