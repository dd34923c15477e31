import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * What outlives a request and is shared by all of them. A tenant's data belongs in `tenantCache`, which can't be asked without a
 * tenant; every other place is here with the reason why it can't answer one tenant with another's.
 */
const reasons: Record<string, string> = {
  // The one way to keep a tenant's data.
  'lib/tenancy/tenant-cache.ts': 'the tenant id leads every key, and get() takes a scope',

  // Told apart by something that belongs to one tenant only.
  'lib/tenancy/host-directory.ts': 'by host, which the database keeps unique over all tenants; holds whose it is',
  'lib/tenancy/context.ts': 'by tenant id; holds what the database is shown to enter that tenant',
  'lib/tenancy/tenant-client.ts':
    'by tenant id; holds a client that enters its own tenant with each statement, and the pool',
  'lib/http/last-brand.ts':
    'by host, which belongs to one tenant; holds what everybody sees there, and frames nothing but a notice of failure',
  'lib/http/warm-sites.ts':
    'by scheme, host, path and coding; the host belongs to one tenant; holds what everybody is sent there, for a moment',
  'lib/features/branding/lettering.ts': 'the fonts of this release',
  'lib/features/pages/published-pages.ts': 'by tenant id, page and version; beside it a tenantCache',
  'lib/features/branding/brand-icon.ts': 'by tenant id and brand version',
  'lib/features/branding/share-picture.ts': 'by tenant id and brand version',
  'lib/core/sessions/session-token.ts':
    'by the tenant’s own secret, the cookie’s name and the cookie; holds a session’s id',
  'lib/core/usage/request-members.ts': 'by the id that the edge made up for one request; taken out as the request ends',
  'lib/core/usage/meter.ts':
    'a queue for each tenant id, written in that tenant’s own transaction and never read to anybody',
  'lib/core/usage/request-metrics.ts': 'counters by tenant id, shown to the holder of METRICS_TOKEN only',
  'lib/http/site-cache.ts': 'keeps nothing but `true`; it puts the host’s and the tenant’s tags on a page',

  // Hold nothing of any tenant.
  'lib/tenancy/statement-name.ts': 'by the text of a statement, which holds parameters instead of values',
  'lib/tenancy/placements/route.ts': 'by the text of a statement, which holds parameters instead of values',
  'lib/tenancy/placements/own-databases.ts':
    'pools by the name of a database, which holds one tenant’s rows; they keep no rows',
  'lib/tenancy/tenant-query.ts': 'what columns a statement has, kept with the connection and gone with it',
  'lib/core/branding/palette.ts': 'a pure function of colours',
  'lib/features/branding/stored-colours.ts': 'a pure function of a picture, by the hash of its content',
  'lib/core/usage/zoned-days.ts': 'a pure function of a time zone',
  'lib/core/usage/meter-requests.ts':
    'which surface a host name is for, decided by the name alone; and marks on live connections',
  'lib/core/branding/platform-brand.ts':
    'the platform’s own brand, read by the console’s client; tells nothing of tenants',
  'lib/core/flags/catalogue-cache.ts': 'plans and flags, which are the same for all',
  'lib/http/readiness.ts': 'the migration files of this release',
  'lib/features/fleet/store.ts': 'the newest migration file of this release',
  'lib/workflows/host-files/own-files.ts': 'our own icon',
  'lib/core/passwords/hash-password.ts': 'a hash of nothing, for accounts that are not there',
  'components/i18n/messages.tsx': 'the product’s own words',
  'lib/messages/translator.ts': 'the product’s own words, by language',
  'lib/messages/current-language.ts': 'the language of the work at hand, gone with it; holds nothing but a language',
  'components/ui/cached-format.ts': 'formats of a language and a time zone',
  'components/ui/avatar-identity.ts': 'the rules of letters',
  'lib/platform/env.ts': 'the process’s own variables',
  'lib/platform/storage.ts': 'the configured storage itself',
  'lib/platform/metrics.ts': 'counters of the process, shown to the holder of METRICS_TOKEN only',
  'lib/platform/change-bus.ts': 'who wants to hear of changes',
  'lib/platform/shutdown.ts': 'what is to be closed at the end',
  'lib/http/local-callers.ts': 'a secret of the process',
  'lib/http/trusted-peers.ts': 'whether the process looks at its peers by now',
  'lib/platform/trusted-proxies.ts': 'the networks that a variable names',
  'lib/http/refuse-trace.ts': 'whether the process refuses TRACE by now',
  'lib/http/drop-stale-sites.ts': 'tags that are to be dropped',

  'lib/workflows/provisioning/run-lock.ts': 'a pool for locks of runs, which holds no rows',

  // The console's, whose reader may see every tenant.
  'lib/core/sessions/super-admin-sessions.ts': 'sessions of super-admins, by their unguessable id',
  'lib/tenancy/console-client.ts': 'the console’s client and pool, which cross tenants by permission and keep no rows',
  'lib/features/analytics/platform-analytics.ts':
    'figures over all tenants, asked by the console’s use case after its permission',
};

/** React's cache() lives as long as one request and needs no reason. */
const sharedCache = [
  /new LRUCache\b/,
  /\bunstable_cache\(/,
  /['"]use cache/,
  /\btenantCache<|\btenantCache\(/,
  /^(?:export )?(?:const|let) \w+\b(?!: Readonly)[^=\n]*= (?:\([^)]*\?\?= )?new (?:Weak)?Map\b/m,
  /^(?:export )?let \w+/m,
  /\bglobalThis as unknown as\b/,
];
const usesTenantCacheOnly = (text: string): boolean =>
  /\btenantCache[<(]/.test(text) && sharedCache.every((form, i) => i === 3 || !form.test(text));

/** Not run by the server: tests, generated code, and processes of their own. */
const elsewhere = /\.test\.ts$|^lib\/(generated|testing|worker)\//;

function sources(): { file: string; text: string }[] {
  return ['lib', 'app', 'components'].flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.join(folder, name).replaceAll(path.sep, '/'))
      .filter((file) => !elsewhere.test(file))
      .map((file) => ({ file, text: fs.readFileSync(file, 'utf8') }))
      // A browser serves one person.
      .filter(({ text }) => !text.startsWith("'use client'")),
  );
}

describe('what is kept between requests', () => {
  const caching = sources().filter(
    ({ text }) => sharedCache.some((form) => form.test(text)) && !usesTenantCacheOnly(text),
  );

  it('is kept under a tenant, or has a reason why it can’t mix two', () => {
    expect(caching.map(({ file }) => file).filter((file) => reasons[file] === undefined)).toEqual([]);
  });

  it('has no reason left over from a cache that is gone', () => {
    const present = new Set(caching.map(({ file }) => file));
    expect(Object.keys(reasons).filter((file) => !present.has(file))).toEqual([]);
  });

  it('is never left to Next’s cache of fetched answers, which knows no tenant', () => {
    const fetching = sources().filter(({ text }) => /\bforce-cache\b|next: \{[^}]*\b(?:revalidate|tags)\b/.test(text));
    expect(fetching.map(({ file }) => file)).toEqual([]);
  });

  it('asks for nothing over HTTP but from itself, and in a browser from the own host', () => {
    const fetching = sources().filter(({ text }) => /(?<![.\w])fetch\(/.test(text));
    const known = [
      'lib/http/drop-stale-sites.ts',
      'components/ui/fetch-json.ts',
      'components/canary/verify-script.ts',
      /^components\/.*\/use-[\w-]+\.ts$/,
    ];
    const unknown = fetching.filter(
      ({ file }) => !known.some((each) => (each instanceof RegExp ? each.test(file) : each === file)),
    );
    expect(unknown.map(({ file }) => file)).toEqual([]);
  });
});
