import 'server-only';
import { readCodeFile } from '@/lib/features/site-code/code-file';
import { previewedCode } from '@/lib/features/site-code/preview-code';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { nothingHere } from './answers';

/**
 * A file of a site's own code. Its name is the hash of its content, so it never changes. Nobody else's page may load it, and no
 * service worker may be made of it: one would outlive the code.
 */
export async function codeFile(record: HostRecord, name: string, request: Request): Promise<Response> {
  if (record.status !== 'active' || request.headers.has('service-worker')) return nothingHere();
  const token = new URL(request.url).searchParams.get('preview');
  const drafts = token !== null && (await previewedCode(record, token)) !== null;
  const found = await readCodeFile(record, name, drafts);
  if (found === null) return nothingHere();
  return new Response(found.body, {
    headers: {
      'content-type': found.contentType,
      'cache-control': drafts ? 'private, no-store' : 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
      'x-robots-tag': 'noindex',
    },
  });
}
