/** A tenant with a database of its own, and the administrator's look at both: the platform's database and the tenant's. */
import pg from 'pg';
import { placeSchema } from '@/lib/tenancy/placements/names';
import type { TenantScope } from '@/lib/tenancy/context';
import type { TestDatabase } from './database';
import { placeUrl, tenantIn } from './placed-tenant';

export interface TwoSides {
  scope: TenantScope;
  platform: pg.Client;
  place: pg.Client;
  /** What both hold, read past the client. */
  kept: () => Promise<{ pages: string[]; settings: number }>;
  empty: () => Promise<void>;
  close: () => Promise<void>;
}

export async function openTwoSides(database: TestDatabase): Promise<TwoSides> {
  const scope = await tenantIn('database', database.adminUrl);
  const platform = new pg.Client(database.adminUrl);
  const place = new pg.Client(placeUrl(scope, database.adminUrl));
  await Promise.all([platform.connect(), place.connect()]);
  await place.query(`SET search_path = ${placeSchema(scope.tenantId)}`);
  return {
    scope,
    platform,
    place,
    kept: async () => {
      const pages = await place.query<{ slug: string }>('SELECT slug FROM pages ORDER BY slug');
      const settings = await platform.query('SELECT FROM tenant_settings');
      return { pages: pages.rows.map(({ slug }) => slug), settings: settings.rowCount ?? 0 };
    },
    empty: async () => {
      await Promise.all([place.query('DELETE FROM pages'), platform.query('DELETE FROM tenant_settings')]);
    },
    close: async () => {
      await Promise.all([platform.end(), place.end()]);
    },
  };
}

/** Connections of the app's role to the database that the administrator is in. */
export async function backends(admin: pg.Client): Promise<number> {
  const { rowCount } = await admin.query(
    `SELECT FROM pg_stat_activity WHERE usename = 'portico_app' AND datname = current_database()`,
  );
  return rowCount ?? 0;
}
