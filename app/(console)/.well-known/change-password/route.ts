import { toAccount } from '@/lib/workflows/host-files/well-known';

export const GET = (): Response => toAccount();
