import { describe, expect, it, vi } from 'vitest';
import { noOrigins, policyMemory, type HostPolicy } from './host-policy';

const policy: HostPolicy = { surface: 'site', redirectTo: null, origins: noOrigins, gate: null };

function memory(load = vi.fn((_host: string): Promise<HostPolicy | null> => Promise.resolve(policy))) {
  let now = 0;
  return { load, ask: policyMemory(load, () => now), wait: (ms: number) => void (now += ms) };
}

describe('policyMemory', () => {
  it('asks once at a time, and again after half a second', async () => {
    const { load, ask, wait } = memory();
    await Promise.all([ask('a.example'), ask('a.example')]);
    wait(499);
    expect(await ask('a.example')).toBe(policy);
    expect(load).toHaveBeenCalledTimes(1);
    wait(1);
    await ask('a.example');
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('remembers for half a second that a host is nobody’s, and forgets what it knew of it', async () => {
    const { load, ask, wait } = memory();
    await ask('a.example');
    wait(500);
    load.mockResolvedValue(null);
    expect(await ask('a.example')).toBe('nobody');
    expect(await ask('a.example')).toBe('nobody');
    expect(load).toHaveBeenCalledTimes(2);
    wait(500);
    load.mockRejectedValue(new Error('down'));
    expect(await ask('a.example')).toBe('unavailable');
  });

  it('holds on to what it knew for a minute of outage, and to nothing for longer', async () => {
    const { load, ask, wait } = memory();
    await ask('a.example');
    load.mockRejectedValue(new Error('down'));
    wait(59_999);
    expect(await ask('a.example')).toBe(policy);
    wait(1);
    expect(await ask('a.example')).toBe('unavailable');
    expect(await ask('b.example')).toBe('unavailable');
  });

  it('keeps 10,000 hosts, and made-up names push none of them out', async () => {
    const { load, ask } = memory();
    for (let i = 0; i < 10_001; i++) await ask(`${i}.example`);
    load.mockResolvedValue(null);
    for (let i = 0; i < 2_000; i++) await ask(`${i}.made-up`);
    load.mockClear();
    await ask('10000.example');
    await ask('1.example');
    expect(load).not.toHaveBeenCalled();
    await ask('0.example');
    await ask('0.made-up');
    expect(load).toHaveBeenCalledTimes(2);
  });
});
