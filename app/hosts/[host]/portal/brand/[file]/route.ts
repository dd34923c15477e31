import { answerFor } from '@/lib/workflows/host-files/answers';
import { brandFile } from '@/lib/workflows/host-files/brand-files';

interface FileParams {
  params: Promise<{ host: string; file: string }>;
}

export const GET = (request: Request, context: FileParams): Promise<Response> =>
  answerFor(context, 'portal', async (record) =>
    brandFile(record, (await context.params).file, new URL(request.url).searchParams),
  );
