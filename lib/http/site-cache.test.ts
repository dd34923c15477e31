import { describe, expect, it, vi } from 'vitest';

vi.mock('next/cache', () => ({ revalidateTag: vi.fn(), unstable_cache: vi.fn() }));

const { allSites, siteTags, staleTags } = await import('./site-cache');

const tenantId = '01939a3e-0000-7000-8000-000000000001';

describe('staleTags', () => {
  it.each(['site', 'branding', 'tenant', 'flags', 'settings'] as const)(
    'of a change of %s are those under which the tenant’s pages are kept',
    (kind) => {
      const [tag] = staleTags({ kind, tenantId });
      expect(siteTags('acme.sites.localhost', tenantId)).toContain(tag);
      expect(siteTags('globex.sites.localhost', '01939a3e-0000-7000-8000-000000000002')).not.toContain(tag);
    },
  );

  it('of a host are also those of the page that said nobody is there', () => {
    const tags = staleTags({ kind: 'host', tenantId, key: 'acme.sites.localhost' });
    expect(siteTags('acme.sites.localhost').some((tag) => tags.includes(tag))).toBe(true);
    expect(siteTags('other.sites.localhost').some((tag) => tags.includes(tag))).toBe(false);
  });

  it('of a change that names no tenant are everybody’s', () => {
    expect(staleTags({ kind: 'plans' })).toEqual([allSites]);
  });

  it('are none for what no site shows', () => {
    expect(staleTags({ kind: 'member', tenantId })).toEqual([]);
    expect(staleTags({ kind: 'session', tenantId })).toEqual([]);
  });

  it('of the longest host name stay within what Next accepts', () => {
    expect(Math.max(...siteTags('a'.repeat(253), tenantId).map((tag) => tag.length))).toBeLessThanOrEqual(256);
  });
});
