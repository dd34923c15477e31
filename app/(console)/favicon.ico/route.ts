import { ownFavicon } from '@/lib/workflows/host-files/own-files';

export const GET = (): Promise<Response> => ownFavicon();
