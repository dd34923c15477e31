import { describe, expect, it, vi } from 'vitest';
import { uuidv7 } from '@/lib/platform/ids';

vi.mock('@/lib/platform/env', () => ({ env: () => ({ masterKey: 'a key for this test' }) }));

const { PREVIEW_MINUTES, previewToken, readPreviewToken } = await import('./preview-token');

const tenant = { tenantId: uuidv7() };
const subjectId = uuidv7();
const now = new Date('2026-01-01T12:00:00.400Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

describe('a preview token', () => {
  const token = previewToken(tenant, 'page', subjectId, now);

  it('names its subject until it expires', () => {
    expect(readPreviewToken(tenant, 'page', token, now)).toEqual({ subjectId });
    expect(readPreviewToken(tenant, 'page', token, later(PREVIEW_MINUTES - 1))).toEqual({ subjectId });
    expect(readPreviewToken(tenant, 'page', token, later(PREVIEW_MINUTES))).toBeNull();
  });

  it('is worth nothing at another tenant, and for another purpose', () => {
    expect(readPreviewToken({ tenantId: uuidv7() }, 'page', token, now)).toBeNull();
    expect(readPreviewToken(tenant, 'brand', token, now)).toBeNull();
  });

  it('is worth nothing once any part of it is changed', () => {
    const [subject = '', expiry = '', mac = ''] = token.split('.');
    const longer = (Number.parseInt(expiry, 36) + 3600).toString(36);
    for (const altered of [
      `${uuidv7()}.${expiry}.${mac}`,
      `${subject}.${longer}.${mac}`,
      `${subject}.${expiry}.${mac.slice(0, -1)}`,
      `${subject}.${expiry}.`,
      `${token}.more`,
      `${subject}\n.${expiry}.${mac}`,
      '',
    ])
      expect(readPreviewToken(tenant, 'page', altered, now), altered).toBeNull();
  });
});
