import { redirect } from 'next/navigation';
import { SuspendedNotice } from '@/components/sign-in/suspended-notice';
import { openLanguage } from '@/lib/http/language';
import { portalFrame } from '@/lib/http/portal-frame';
import { portalBrand } from '../../portal-brand';

export default async function SuspendedPage() {
  await openLanguage();
  const { record, brand } = await portalFrame();
  if (record.status !== 'suspended') redirect('/');
  return <SuspendedNotice brand={portalBrand(brand)} name={brand.tokens.displayName} />;
}
