import { FindByEmail } from '@/components/find/find-by-email';
import { FindBySlug } from '@/components/find/find-by-slug';
import { AuthLayout } from '@/components/shell/auth-layout';
import { openLanguage } from '@/lib/http/language';
import { platformShellBrand } from '@/lib/http/platform-frame';
import { translator } from '@/lib/messages/translator';
import { rootHost } from '@/lib/platform/origins';
import { findByEmailAction, findBySlugAction } from './actions';

export default async function FindPage() {
  await openLanguage();
  const t = translator('find');
  return (
    <AuthLayout brand={await platformShellBrand()} title={t('title')} description={t('text')}>
      <FindBySlug domain={rootHost()} find={findBySlugAction} />
      <section className="grid gap-4 border-t border-border pt-5" aria-labelledby="by-email">
        <div className="grid gap-1">
          <h2 id="by-email" className="font-semibold">
            {t('mailTitle')}
          </h2>
          <p className="text-pretty text-muted">{t('mailText')}</p>
        </div>
        <FindByEmail find={findByEmailAction} />
      </section>
    </AuthLayout>
  );
}
