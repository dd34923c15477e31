import { translator } from '@/lib/messages/translator';
import { ownManifest } from '@/lib/workflows/host-files/own-files';

export const GET = (): Response => ownManifest(translator('console')('title'));
