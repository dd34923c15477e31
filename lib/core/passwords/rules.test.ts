import { describe, expect, it } from 'vitest';
import { passwordFault } from './rules';

describe('passwordFault', () => {
  it('takes 15 characters and refuses 14', () => {
    expect(passwordFault('velvet otter 42')).toBeNull();
    expect(passwordFault('velvet otter 4')).toBe('tooShort');
  });

  it('takes 128 characters and refuses 129', () => {
    const long = 'plum river stone '.repeat(8);
    expect(passwordFault(long.slice(0, 128))).toBeNull();
    expect(passwordFault(`${long}x`.slice(0, 129))).toBe('tooLong');
  });

  it('counts characters, not UTF-16 units', () => {
    expect(passwordFault('🦊🐻🐼🐨🐯🦁🐮🐷')).toBe('tooShort');
  });

  it.each([
    'passwordpassword',
    'Password123456!!',
    'qwertyuiopqwertyuiop',
    'welcomeadmin2026',
    '1234567890123456',
    'aaaaaaaaaaaaaaaaaaaa',
    'Summer2026!Summer2026!',
    'correcthorsebatterystaple',
  ])('refuses the common %s', (password) => {
    expect(passwordFault(password)).not.toBeNull();
  });

  it('has no composition rules', () => {
    expect(passwordFault('quiet lake under birches')).toBeNull();
  });
});
