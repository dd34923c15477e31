import 'server-only';
import { absoluteAssetUrl, publishedBrand } from '@/lib/core/branding/read-brand';
import { hostOrigin } from '@/lib/platform/origins';
import type { TenantScope } from '@/lib/tenancy/context';
import type { EmailBrand } from './email';

/** The tenant's published brand for a mail. @param host the stored portal host that the mail's links lead to */
export async function tenantEmailBrand(scope: TenantScope, host: string): Promise<EmailBrand> {
  const { tokens, logoPngUrl, logoDarkPngUrl } = await publishedBrand(scope);
  return {
    tokens,
    homeUrl: hostOrigin(host),
    look: { header: tokens.emailHeader, footerLine: tokens.emailFooter },
    logoUrl: absoluteAssetUrl(host, logoPngUrl) ?? undefined,
    logoDarkUrl: absoluteAssetUrl(host, logoDarkPngUrl) ?? undefined,
  };
}
