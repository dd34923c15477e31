import { answerFor, type HostParams } from '@/lib/workflows/host-files/answers';
import { sitemap } from '@/lib/workflows/host-files/sitemap';

export const GET = (_request: Request, context: HostParams): Promise<Response> => answerFor(context, 'site', sitemap);
