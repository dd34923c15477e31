import 'server-only';
import { platformLook } from '@/lib/core/branding/platform-brand';

/** The platform's brand as the frames of console and find-your-portal page show it (components/shell/shell-types). */
export async function platformShellBrand() {
  const { tokens, logoUrl, logoDarkUrl, logoIsMark, markUrl } = await platformLook();
  return { kind: 'portico', name: tokens.displayName, logoUrl, logoDarkUrl, logoIsMark, markUrl } as const;
}

/** The console's icon for a browser's tab: Portico's drawing until somebody chose another brand. */
export async function platformIcon(): Promise<string> {
  const { markUrl, css } = await platformLook();
  return markUrl ?? (css === undefined ? '/favicon.svg' : '/favicon.ico');
}
