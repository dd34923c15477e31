import { ownFavicon } from '@/lib/workflows/host-files/own-files';

/** The platform's own icon can be changed while this runs. */
export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => ownFavicon();
