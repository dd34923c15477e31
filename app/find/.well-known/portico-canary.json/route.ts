import { canaryKeys } from '@/lib/workflows/host-files/well-known';

// The key follows from a secret that the build does not have.
export const dynamic = 'force-dynamic';

export const GET = (): Response => canaryKeys();
