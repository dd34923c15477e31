import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/lib/tenancy/context';
import { isPreview, previewSeconds, signPreview } from './preview-token';

const scope = (tenantId: string): TenantScope => ({ tenantId, placement: 'shared' });
const mine = scope('00000000-0000-7000-8000-000000000001');
const other = scope('00000000-0000-7000-8000-000000000002');

describe('a preview link', () => {
  const at = 1_700_000_000_000;
  let token: string;

  beforeAll(() => {
    process.env.DATABASE_URL ??= 'postgresql://nobody@localhost/none';
    token = signPreview(mine, 'site-code', 'draft-1', at);
  });

  it('opens what it was made for until it is over', () => {
    expect(isPreview(mine, 'site-code', 'draft-1', token, at)).toBe(true);
    expect(isPreview(mine, 'site-code', 'draft-1', token, at + previewSeconds * 1000 - 1)).toBe(true);
    expect(isPreview(mine, 'site-code', 'draft-1', token, at + previewSeconds * 1000)).toBe(false);
  });

  it('to the site with the draft of the brand is over after a minute', () => {
    const link = signPreview(mine, 'brand-link', 'member-1', at);
    expect(isPreview(mine, 'brand-link', 'member-1', link, at + 59_999)).toBe(true);
    expect(isPreview(mine, 'brand-link', 'member-1', link, at + 60_000)).toBe(false);
    // What the browser keeps afterwards is another thing, and neither is taken for the other.
    expect(isPreview(mine, 'brand-site', 'member-1', link, at)).toBe(false);
  });

  it('opens nothing of another tenant and no other draft', () => {
    expect(isPreview(other, 'site-code', 'draft-1', token, at)).toBe(false);
    expect(isPreview(mine, 'site-code', 'draft-2', token, at)).toBe(false);
  });

  it.each<[string, (genuine: string) => string]>([
    ['empty', () => ''],
    ['one with a later end', (genuine) => genuine.replace(/^\d+/, (end) => String(Number(end) + 60))],
    ['one with another signature', (genuine) => `${genuine.slice(0, -2)}${genuine.endsWith('AA') ? 'BB' : 'AA'}`],
    ['one with more behind it', (genuine) => `${genuine}x`],
  ])('that is %s opens nothing', (_what, forge) => {
    expect(isPreview(mine, 'site-code', 'draft-1', forge(token), at)).toBe(false);
  });
});
