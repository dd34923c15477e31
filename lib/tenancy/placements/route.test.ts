import { describe, expect, it } from 'vitest';
import type { TenantEntry } from '../context';
import { placeDatabase, placeSchema } from './names';
import { routeStatement } from './route';

const tenantId = '0199C3A0-0000-7000-8000-000000000001';
const schema = placeSchema(tenantId);
const entry = (place: TenantEntry['place']): TenantEntry => ({ tenantId, proof: '', place });
const inSchema = entry({ schema, database: null });
const inDatabase = entry({ schema, database: placeDatabase(tenantId) });
const members = { name: 'p1', text: 'SELECT "public"."members"."id" FROM "public"."members"' };

describe('the way of a statement', () => {
  it('is left alone in shared placement', () => {
    expect(routeStatement(members, entry(null))).toEqual({ config: members, side: 'platform' });
  });

  it('leads to the schema, without a name that would stay prepared', () => {
    const text = `SELECT "${schema}"."members"."id" FROM "${schema}"."members"`;
    expect(routeStatement(members, inSchema)).toEqual({ config: { text, name: undefined }, side: 'platform' });
  });

  it('leads to the database that has the table', () => {
    const text = `SELECT "${schema}"."members"."id" FROM "${schema}"."members"`;
    expect(routeStatement(members, inDatabase)).toEqual({ config: { text, name: 'p1' }, side: 'place' });
    const hosts = { text: 'SELECT 1 FROM "public"."hosts", "public".tenant_settings' };
    expect(routeStatement(hosts, inDatabase)).toEqual({ config: hosts, side: 'platform' });
  });

  it('knows tables whose names begin alike', () => {
    const text = 'SELECT 1 FROM "public".member_sessions JOIN "public"."member_days"';
    const routed = routeStatement({ text }, inSchema).config.text;
    expect(routed).toBe(`SELECT 1 FROM "${schema}"."member_sessions" JOIN "public"."member_days"`);
  });

  it('ends where a statement would have to read two databases', () => {
    const text = 'SELECT 1 FROM "public"."members", "public".hosts';
    expect(() => routeStatement(text, inDatabase)).toThrow('members and hosts at once');
    expect(routeStatement(text, inSchema).config.text).toContain(`"${schema}"."members", "public".hosts`);
  });
});
