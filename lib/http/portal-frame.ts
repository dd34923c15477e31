import 'server-only';
import { cookies } from 'next/headers';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { publishedBrand, type LiveBrand } from '@/lib/core/branding/read-brand';
import { requestedHost, requestedPath } from '@/lib/core/access/request-info';
import { isAppError } from '@/lib/platform/errors';
import { hostOrigin } from '@/lib/platform/origins';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { previewedBrand } from './brand-preview';
import { orLastBrand } from './last-brand';
import { tenantHost } from './tenant-request';
import { headers } from 'next/headers';

export interface PortalFrame {
  record: HostRecord;
  /** What this browser shows: what is published, or the draft for its author. */
  brand: LiveBrand;
  published: LiveBrand;
  /** What the person chose on this device, before the brand's own default. */
  themeCookie: string | undefined;
}

/** What every page of a portal is framed by; a secondary host leads to the primary one. Null on a host that is nobody's. */
export const findPortalFrame = cache(async (): Promise<PortalFrame | null> => {
  const record = await portalRecord();
  if (!record) return null;
  if (!record.isPrimary && record.primaryHost !== record.host) {
    permanentRedirect(hostOrigin(record.primaryHost) + requestedPath(await headers()));
  }
  const [published, draft, jar] = await Promise.all([publishedBrand(record), previewedBrand(record), cookies()]);
  return { record, brand: draft ?? published, published, themeCookie: jar.get('portico_theme')?.value };
});

/** What is around a portal's page, also around the notice that it can't be shown. */
export interface PortalChrome {
  host: string;
  /** Null on a host that is nobody's, and on one that this process never showed before the database went away. */
  brand: LiveBrand | null;
  away: boolean;
  /** What is drawn of a brand, such as icons, is drawn of this one. */
  published: LiveBrand | null;
  /** This browser sees the draft instead of what is published. */
  isPreview: boolean;
  themeCookie: string | undefined;
}

export const portalChrome = cache(async (): Promise<PortalChrome> => {
  const host = requestedHost(await headers());
  const [shown, jar] = await Promise.all([
    // Only what is published may be remembered for the host: a draft is its author's alone.
    orLastBrand(host, async () => (await findPortalFrame())?.published ?? null),
    cookies(),
  ]);
  const draft = shown.away ? null : await draftOf();
  return {
    host,
    ...shown,
    brand: draft ?? shown.brand,
    published: shown.brand,
    isPreview: draft !== null,
    themeCookie: jar.get('portico_theme')?.value,
  };
});

async function draftOf(): Promise<LiveBrand | null> {
  const frame = await findPortalFrame();
  return frame && frame.brand !== frame.published ? frame.brand : null;
}

/** The frame of a page, which does not exist on a host that is nobody's. */
export async function portalFrame(): Promise<PortalFrame> {
  return (await findPortalFrame()) ?? notFound();
}

async function portalRecord(): Promise<HostRecord | null> {
  try {
    return await tenantHost('portal');
  } catch (error) {
    if (isAppError(error, 'not_found')) return null;
    throw error;
  }
}
