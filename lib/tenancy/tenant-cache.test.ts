import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '@/lib/platform/change-bus';
import { uuidv7 } from '@/lib/platform/ids';
import type { TenantScope } from './context';
import { tenantCache } from './tenant-cache';

const handlers = vi.hoisted(() => [] as ((change: Change) => void)[]);
vi.mock('@/lib/platform/change-bus', () => ({
  onChange: (handler: (change: Change) => void) => handlers.push(handler),
}));
const tell = (change: Change): void => handlers.forEach((handler) => handler(change));

const scope = (): TenantScope => ({ tenantId: uuidv7(), placement: 'shared' });

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

function counting(options: { ttlMs?: number } = {}) {
  const load = vi.fn(({ tenantId }: TenantScope, key: string) => Promise.resolve({ tenantId, key }));
  const cache = tenantCache({ max: 100, ttlMs: options.ttlMs ?? 1_000, changes: ['branding'], load });
  return { cache, load };
}

describe('tenantCache', () => {
  it('never gives one tenant what was loaded for another, under the same key', async () => {
    const { cache } = counting();
    const [a, b] = [scope(), scope()];
    for (let i = 0; i < 3; i++) {
      expect(await cache.get(a, 'k')).toEqual({ tenantId: a.tenantId, key: 'k' });
      expect(await cache.get(b, 'k')).toEqual({ tenantId: b.tenantId, key: 'k' });
    }
  });

  it('loads once for callers at the same time and until its time is over', async () => {
    const { cache, load } = counting();
    const a = scope();
    await Promise.all([cache.get(a), cache.get(a)]);
    vi.advanceTimersByTime(999);
    await cache.get(a);
    expect(load).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2);
    await cache.get(a);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('drops one tenant and leaves the others', async () => {
    const { cache, load } = counting();
    const [a, b] = [scope(), scope()];
    await cache.get(a);
    await cache.get(b);
    cache.drop(a.tenantId);
    await cache.get(a);
    await cache.get(b);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('drops what a change concerns: one tenant, or all where none is named, and nothing for other kinds', async () => {
    const { cache, load } = counting();
    const [a, b] = [scope(), scope()];
    const loadsOfBoth = async (): Promise<number> => {
      load.mockClear();
      await Promise.all([cache.get(a), cache.get(b)]);
      return load.mock.calls.length;
    };
    await loadsOfBoth();
    tell({ kind: 'flags', tenantId: a.tenantId });
    expect(await loadsOfBoth()).toBe(0);
    tell({ kind: 'branding', tenantId: a.tenantId });
    expect(await loadsOfBoth()).toBe(1);
    tell({ kind: 'branding' });
    expect(await loadsOfBoth()).toBe(2);
  });

  it('does not keep a failure', async () => {
    const { cache, load } = counting();
    load.mockRejectedValueOnce(new Error('away'));
    const a = scope();
    await expect(cache.get(a)).rejects.toThrow('away');
    await expect(cache.get(a)).resolves.toBeDefined();
  });

  it('holds a bounded number of keys per tenant', async () => {
    const { cache, load } = counting({ ttlMs: 60_000 });
    const a = scope();
    for (let i = 0; i <= 500; i++) await cache.get(a, String(i));
    await cache.get(a, '0');
    expect(load).toHaveBeenCalledTimes(502);
  });
});
