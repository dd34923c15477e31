import { closedRobots } from '@/lib/workflows/host-files/robots';

export const GET = (): Response => closedRobots();
