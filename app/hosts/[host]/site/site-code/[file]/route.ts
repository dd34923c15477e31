import { answerFor } from '@/lib/workflows/host-files/answers';
import { codeFile } from '@/lib/workflows/host-files/code-files';

interface FileParams {
  params: Promise<{ host: string; file: string }>;
}

export const GET = (request: Request, context: FileParams): Promise<Response> =>
  answerFor(context, 'site', async (record) => codeFile(record, (await context.params).file, request));
