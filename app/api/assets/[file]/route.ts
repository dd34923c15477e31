import { requestedHost } from '@/lib/core/access/request-info';
import { readBrandAsset } from '@/lib/features/branding/read-asset';
import { resolveHost } from '@/lib/tenancy/host-directory';
import { nothingHere } from '@/lib/workflows/host-files/answers';

/**
 * A tenant's own pictures, on its own hosts. Whose they are is decided by the host alone, so a foreign name is an absent one. The
 * edge adds `nosniff` and a policy under which the file could do nothing even if it were a page.
 */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const record = await resolveHost(requestedHost(request.headers));
  const picture = record && (await readBrandAsset(record, file));
  if (!picture) return nothingHere();
  return new Response(picture.body, {
    headers: {
      'content-type': 'image/png',
      'content-length': String(picture.sizeBytes),
      // The name is the content's own, so the content never changes.
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
}
