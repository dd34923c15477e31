import { AuthLayout } from '@/components/shell/auth-layout';
import type { ShellBrand } from '@/components/shell/shell-types';
import { translator } from '@/lib/messages/translator';

/** What everybody sees on the hosts of a suspended tenant: its own brand, and no more than that access is paused. */
export function SuspendedNotice({ brand, name }: { brand: ShellBrand; name: string }) {
  const t = translator('signIn');
  return (
    <AuthLayout brand={brand} title={t('suspendedTitle')}>
      <p className="text-pretty text-muted">{t('suspendedText', { name })}</p>
    </AuthLayout>
  );
}
