import 'server-only';
import { platformLook } from '@/lib/core/branding/platform-brand';
import { absoluteAssetUrl } from '@/lib/core/branding/read-brand';
import { hostOrigin } from '@/lib/platform/origins';
import type { EmailBrand } from './email';

/** The platform's own brand for a mail. @param host the console's or the root host, which the mail's links lead to */
export async function platformEmailBrand(host: string): Promise<EmailBrand> {
  const { tokens, logoPngUrl, logoDarkPngUrl } = await platformLook();
  return {
    tokens,
    homeUrl: hostOrigin(host),
    logoUrl: absoluteAssetUrl(host, logoPngUrl) ?? undefined,
    logoDarkUrl: absoluteAssetUrl(host, logoDarkPngUrl) ?? undefined,
  };
}
