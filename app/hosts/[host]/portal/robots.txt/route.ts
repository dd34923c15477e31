import { answerFor, type HostParams } from '@/lib/workflows/host-files/answers';
import { closedRobots } from '@/lib/workflows/host-files/robots';

export const GET = (_request: Request, context: HostParams): Promise<Response> =>
  answerFor(context, 'portal', closedRobots);
