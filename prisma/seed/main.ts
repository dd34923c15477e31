import { rmSync } from 'node:fs';
import path from 'node:path';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { ensureFirstSuperAdmin } from '@/lib/features/super-admins/ensure-first-super-admin';
import { env } from '@/lib/platform/env';
import { randomToken } from '@/lib/platform/secrets';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients } from '@/lib/tenancy/tenant-client';
import { seedDemo } from './demo';
import { earlierPassword, keepPassword, writeFirstRun } from './first-run-file';

/** First run: flags and plans, the first super-admin, and with PORTICO_SEED=demo the three demo tenants. Safe to run again. */
const { superAdminEmail, superAdminPassword, seed, dataDir } = env();
await ensureCatalogue();

const password = superAdminPassword ?? earlierPassword('') ?? randomToken().slice(0, 20);
keepPassword('', password);
const owner = await ensureFirstSuperAdmin({ email: superAdminEmail, password });
const tenants = seed === 'demo' ? await seedDemo() : [];
writeFirstRun({ email: owner.email, password }, tenants);
rmSync(path.join(dataDir, 'first-run.progress.json'), { force: true });

await closeTenantClients();
await closeConsoleClient();
process.exit(0);
