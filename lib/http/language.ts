import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import type { MemberContext } from '@/lib/core/access/context';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { requestedHost } from '@/lib/core/access/request-info';
import { inLanguage, renderInLanguage } from '@/lib/messages/current-language';
import { acceptedLanguage, languageOf, type Locale } from '@/lib/messages/locales';
import { resolveHost } from '@/lib/tenancy/host-directory';
import { memberContext } from './tenant-request';

/**
 * Decides the language of this request and renders in it: on a portal the member's own, else the tenant's; on our own pages what the
 * browser asks for. Every layout, page and head of a portal or the console opens with it.
 */
export const openLanguage = cache(async (): Promise<Locale> => {
  const language = await languageOfRequest();
  renderInLanguage(language);
  return language;
});

/** Runs an action or a route in the language of the member who asked. */
export async function inMemberLanguage<T>(ctx: MemberContext, work: () => Promise<T>): Promise<T> {
  const { locale } = await displayPreferences(ctx);
  return inLanguage(languageOf(locale), work);
}

/** The same for our own pages, in the language that the browser asks for. */
export async function inAcceptedLanguage<T>(work: () => Promise<T>): Promise<T> {
  return inLanguage(acceptedLanguage((await headers()).get('accept-language') ?? '') ?? 'en', work);
}

async function languageOfRequest(): Promise<Locale> {
  const sent = await headers();
  // Where nothing can be found out, the browser's own wish is the best guess: an outage has words too.
  const chosen = await tenantLanguage(requestedHost(sent)).catch(() => null);
  return chosen ?? acceptedLanguage(sent.get('accept-language') ?? '') ?? 'en';
}

async function tenantLanguage(host: string): Promise<Locale | null> {
  const record = host === '' ? null : await resolveHost(host);
  if (record?.surface !== 'portal') return null;
  const member = await memberContext().catch((): MemberContext | null => null);
  const { locale } = member ? await displayPreferences(member) : await tenantSettings(record);
  return languageOf(locale);
}

/** How the console writes times and numbers for who reads it. */
export async function consoleDisplay(): Promise<{ locale: string; timeZone: string; now: string }> {
  return { locale: await openLanguage(), timeZone: 'UTC', now: new Date().toISOString() };
}
