import { tenantSettings } from '@/lib/core/settings/read-settings';
import type { OpenSite } from './open-site';

/** A day on the tenant's clock, written as the tenant does where the site speaks the tenant's language. */
export async function dateOf({ record, view }: OpenSite, at: string): Promise<{ at: string; text: string }> {
  const { locale, timeZone } = await tenantSettings(record);
  const written = view.language.split('-')[0] === locale.split('-')[0] ? locale : view.language;
  return { at, text: new Intl.DateTimeFormat(written, { dateStyle: 'long', timeZone }).format(new Date(at)) };
}
