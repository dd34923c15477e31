import { requestedHost, requestInfo } from '@/lib/core/access/request-info';
import { readBrandAsset, type BrandFile } from '@/lib/features/branding/read-asset';
import { readPlatformPicture, type PlatformFile } from '@/lib/features/platform-brand/read-picture';
import { toAppError } from '@/lib/http/failure';
import { problem } from '@/lib/http/problem';
import { consoleHost, rootHost } from '@/lib/platform/origins';
import { resolveHost } from '@/lib/tenancy/host-directory';
import { nothingHere } from '@/lib/workflows/host-files/answers';

/**
 * A tenant's own pictures, on its own hosts, and the platform's on the platform's. Whose they are is decided by the host alone, so a
 * foreign name is an absent one. The edge adds `nosniff` and a policy under which the file could do nothing even if it were a page.
 */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  try {
    const { file } = await params;
    const host = requestedHost(request.headers);
    const record = await resolveHost(host);
    const picture = record ? await readBrandAsset(record, file) : await platformPicture(host, file);
    return picture ? new Response(picture.body, { headers: headersOf(picture) }) : nothingHere();
  } catch (error) {
    const { requestId } = requestInfo(request.headers);
    return problem(toAppError(error, requestId), requestId);
  }
}

/** The platform's own, where its brand shows. */
async function platformPicture(host: string, file: string): Promise<PlatformFile | null> {
  return host === consoleHost() || host === rootHost() ? readPlatformPicture(file) : null;
}

function headersOf({ mimeType, sizeBytes }: BrandFile | PlatformFile): Record<string, string> {
  return {
    'content-type': mimeType,
    'content-length': String(sizeBytes),
    // Pages embed a drawing, which this does not concern; whoever opens its address gets a file and no document of this origin.
    'content-disposition': mimeType === 'image/svg+xml' ? 'attachment; filename="logo.svg"' : 'inline',
    // The name is the content's own, so the content never changes.
    'cache-control': 'public, max-age=31536000, immutable',
  };
}
