import { translator } from '@/lib/messages/translator';
import { ownManifest } from '@/lib/workflows/host-files/own-files';

/** The platform's own brand can be changed while this runs. */
export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => ownManifest(translator('console')('title'));
