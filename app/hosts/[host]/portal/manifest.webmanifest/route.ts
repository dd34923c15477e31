import { answerFor, type HostParams } from '@/lib/workflows/host-files/answers';
import { manifest } from '@/lib/workflows/host-files/brand-files';

export const GET = (_request: Request, context: HostParams): Promise<Response> =>
  answerFor(context, 'portal', manifest);
