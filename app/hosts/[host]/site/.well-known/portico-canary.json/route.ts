import { answerFor, type HostParams } from '@/lib/workflows/host-files/answers';
import { canaryKeys } from '@/lib/workflows/host-files/well-known';

export const GET = (_request: Request, context: HostParams): Promise<Response> =>
  answerFor(context, 'site', canaryKeys);
