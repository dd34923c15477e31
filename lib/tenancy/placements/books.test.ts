import { expect, it } from 'vitest';
import type { MigrationFile } from '@/lib/platform/migration-files';
import { newestOf } from './books';

it('a place should have the newest migration that changes tenants’ tables, and none where there is none', () => {
  const file = (name: string, tenantSql?: string) => ({ name, ...(tenantSql && { tenantSql }) }) as MigrationFile;
  expect(newestOf([file('1', 'SELECT 1'), file('2', 'SELECT 2'), file('3')])).toBe('2');
  expect(newestOf([file('1')])).toBe('');
});
