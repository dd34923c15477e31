import { translator } from '@/lib/messages/translator';
import { ownManifest } from '@/lib/workflows/host-files/own-files';

export const GET = (): Promise<Response> => ownManifest(translator('console')('title'));
