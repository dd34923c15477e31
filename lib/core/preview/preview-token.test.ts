import { describe, expect, it } from 'vitest';
import type { TenantScope } from '@/lib/tenancy/context';
import { isPreview, previewSeconds, signPreview } from './preview-token';

const scope = (tenantId: string): TenantScope => ({ tenantId, placement: 'shared' });
const mine = scope('00000000-0000-7000-8000-000000000001');
const other = scope('00000000-0000-7000-8000-000000000002');

describe('a preview link', () => {
  const at = 1_700_000_000_000;
  const token = signPreview(mine, 'site-code', 'draft-1', at);

  it('opens what it was made for until it is over', () => {
    expect(isPreview(mine, 'site-code', 'draft-1', token, at)).toBe(true);
    expect(isPreview(mine, 'site-code', 'draft-1', token, at + previewSeconds * 1000 - 1)).toBe(true);
    expect(isPreview(mine, 'site-code', 'draft-1', token, at + previewSeconds * 1000)).toBe(false);
  });

  it('opens nothing of another tenant and no other draft', () => {
    expect(isPreview(other, 'site-code', 'draft-1', token, at)).toBe(false);
    expect(isPreview(mine, 'site-code', 'draft-2', token, at)).toBe(false);
  });

  it.each([
    ['an empty one', ''],
    ['one with a later end', token.replace(/^\d+/, (end) => String(Number(end) + 60))],
    ['one whose signature is altered', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['one with more behind it', `${token}x`],
  ])('that is %s opens nothing', (_what, forged) => {
    expect(isPreview(mine, 'site-code', 'draft-1', forged, at)).toBe(false);
  });
});
