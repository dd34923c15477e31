import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export interface MigrationFile {
  /** Folder name, such as `20261121000000_tables`; they run in this order. */
  name: string;
  sql: string;
  /** SHA-256 of the file in hexadecimal, as Prisma records it. */
  checksum: string;
  /** `tenant.sql`: what it does to the tables that move with a tenant. Runs in `public` and in every place (lib/tenancy/placements). */
  tenantSql: string | undefined;
  tenantChecksum: string | undefined;
}

/** The migrations of this code, oldest first. Portico's processes run in the project folder. */
export function readMigrationFiles(folder = defaultFolder()): MigrationFile[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      const ofTenants = path.join(folder, name, 'tenant.sql');
      const tenantSql = fs.existsSync(ofTenants) ? fs.readFileSync(ofTenants, 'utf8') : undefined;
      return { name, sql, checksum: sha256(sql), tenantSql, tenantChecksum: tenantSql && sha256(tenantSql) };
    });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function defaultFolder(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations');
}
