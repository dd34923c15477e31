import 'server-only';
import { randomBytes } from 'node:crypto';
import { wrapKey } from '@/lib/platform/secrets';
import { consoleDb } from '@/lib/tenancy/console-client';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { derivedId } from '../run-record';
import type { Step } from '../step';

const VERSION = 1;

/** The tenant's own data key, wrapped by the master key. A repeated step keeps the key that is there. */
export const createKey: Step = {
  name: 'create_key',
  role: 'tenant',
  async run({ scope, tenantId }) {
    const wrappedKey = new Uint8Array(wrapKey(randomBytes(32), tenantId, VERSION));
    await tenantDb(scope).tenantKey.createMany({
      data: [{ tenantId, id: derivedId(tenantId, 'key'), version: VERSION, wrappedKey }],
      skipDuplicates: true,
    });
  },
  async compensate({ tenantId }) {
    // No role may delete keys; this function does so only for a tenant that never came into being.
    await consoleDb().$queryRaw`SELECT app.discard_unfinished_key(${tenantId}::uuid)::text`;
  },
};
