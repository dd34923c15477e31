import type { ReactNode } from 'react';
import '@/app/globals.css';

/** The HTML frame of every surface. `css` is made by us from validated brand tokens (lib/core/branding/css.ts), never typed by a tenant. */
export function Document({
  lang,
  dir,
  theme,
  css,
  children,
}: {
  lang: string;
  dir?: 'ltr' | 'rtl';
  theme: string;
  css?: string;
  children: ReactNode;
}) {
  return (
    <html lang={lang} dir={dir} data-theme={theme} suppressHydrationWarning>
      <head>{css ? <style id="brand" dangerouslySetInnerHTML={{ __html: css }} /> : null}</head>
      <body>{children}</body>
    </html>
  );
}
