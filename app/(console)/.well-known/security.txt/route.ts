import { consoleHost } from '@/lib/platform/origins';
import { securityTxt } from '@/lib/workflows/host-files/well-known';

// The date in it moves on.
export const dynamic = 'force-dynamic';

export const GET = (): Response => securityTxt(consoleHost());
