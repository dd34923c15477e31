import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import type { MemberContext } from '@/lib/core/access/context';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { requestedHost } from '@/lib/core/access/request-info';
import { isTimeZone } from '@/lib/core/settings/schema';
import { inLanguage, renderInLanguage, type Reader } from '@/lib/messages/current-language';
import {
  acceptedLanguage,
  formatFor,
  LANGUAGE_COOKIE,
  languageOf,
  pickedLanguage,
  platformLanguage,
  TIME_ZONE_COOKIE,
  type Locale,
} from '@/lib/messages/locales';
import { consoleHost } from '@/lib/platform/origins';
import { resolveHost } from '@/lib/tenancy/host-directory';
import { superAdminSession } from './console-request';
import { memberContext } from './tenant-request';

/**
 * Decides the language of this request and renders in it. On a portal: the member's own, else the tenant's; before anybody has signed
 * in what was picked on this device comes first. On our own pages: a signed-in super-admin's own, else what was picked there, else what the
 * browser asks for. Every layout,
 * page and head of a portal or the console opens with it.
 */
export const openLanguage = cache(async (): Promise<Locale> => {
  const reader = await readerOfRequest();
  const language = languageOf(reader.format);
  renderInLanguage(language, reader);
  return language;
});

/** Runs an action or a route in the language of the member who asked. */
export async function inMemberLanguage<T>(ctx: MemberContext, work: () => Promise<T>): Promise<T> {
  const { locale } = await displayPreferences(ctx);
  return inLanguage(languageOf(locale), work);
}

/** The same for our own pages. */
export async function inAcceptedLanguage<T>(work: () => Promise<T>): Promise<T> {
  return inLanguage(await ownPagesLanguage(), work);
}

/** What who asks on our own pages picked there or has their browser ask for; null where neither is a language of ours. */
export async function askedLanguage(): Promise<Locale | null> {
  return (await device()).asked;
}

const readerOfRequest = cache(async (): Promise<Reader> => {
  const host = requestedHost(await headers());
  // Where nothing can be found out, the browser's own wish is the best guess: an outage has words too.
  const chosen = await portalReader(host).catch(() => null);
  if (chosen !== null) return chosen;
  const { timeZone } = await device();
  return { format: await ownPagesLanguage(), timeZone: host === consoleHost() ? timeZone : 'UTC' };
});

async function ownPagesLanguage(): Promise<Locale> {
  const session = await superAdminSession().catch((): null => null);
  return session?.superAdmin.language ?? (await device()).asked ?? platformLanguage;
}

async function portalReader(host: string): Promise<Reader | null> {
  const record = host === '' ? null : await resolveHost(host);
  if (record?.surface !== 'portal') return null;
  const member = await memberContext().catch((): MemberContext | null => null);
  if (member !== null) {
    const { locale, timeZone } = await displayPreferences(member);
    return { format: locale, timeZone };
  }
  const [{ locale, timeZone }, { picked }] = await Promise.all([tenantSettings(record), device()]);
  return { format: formatFor(picked, locale), timeZone };
}

/** What this browser says of its reader. */
async function device(): Promise<{ picked: Locale | null; asked: Locale | null; timeZone: string }> {
  const [sent, jar] = await Promise.all([headers(), cookies()]);
  const picked = pickedLanguage(jar.get(LANGUAGE_COOKIE)?.value);
  const zone = jar.get(TIME_ZONE_COOKIE)?.value ?? 'UTC';
  return {
    picked,
    asked: picked ?? acceptedLanguage(sent.get('accept-language') ?? ''),
    timeZone: isTimeZone(zone) ? zone : 'UTC',
  };
}

/** How the console writes times and numbers for who reads it. */
export async function consoleDisplay(): Promise<{ locale: string; timeZone: string; now: string }> {
  const { format, timeZone } = await readerOfRequest();
  return { locale: format, timeZone, now: new Date().toISOString() };
}
