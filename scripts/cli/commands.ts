import type { Command } from './command';
import { canaryRun } from './commands/canary-run';
import { databaseMigrate } from './commands/db-migrate';
import { databaseStatus } from './commands/db-status';
import { memberCreate } from './commands/member-create';
import { seed } from './commands/seed';
import { tenantCreate } from './commands/tenant-create';
import { tenantList } from './commands/tenant-list';
import { tenantResume } from './commands/tenant-resume';
import { tenantShow } from './commands/tenant-show';
import { tenantSuspend } from './commands/tenant-suspend';

export const commands: Record<string, Command> = {
  'tenant create': tenantCreate,
  'tenant list': tenantList,
  'tenant show': tenantShow,
  'tenant suspend': tenantSuspend,
  'tenant resume': tenantResume,
  'member create': memberCreate,
  'canary run': canaryRun,
  'db migrate': databaseMigrate,
  'db status': databaseStatus,
  seed,
};
