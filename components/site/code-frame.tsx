import type { ReactNode } from 'react';
import type { PublishedCode } from '@/lib/features/site-code/schema';

/**
 * A page of a site with what its tenant adds to it. Only a site's own pages stand in it, never its notices, so that no code of a tenant
 * is around what we say. `headerHtml` and `footerHtml` come from the sanitiser; scripts and styles are files of the site's own host.
 */
export function CodeFrame({ code, children }: { code: PublishedCode | null; children: ReactNode }) {
  if (code === null) return children;
  const { stylesheet, script, headerHtml, footerHtml } = code;
  return (
    <>
      {stylesheet !== null && <link rel="stylesheet" href={stylesheet} precedence="site-code" />}
      {headerHtml !== '' && <div className="s-wide s-user-header" dangerouslySetInnerHTML={{ __html: headerHtml }} />}
      {children}
      {footerHtml !== '' && <div className="s-wide s-user-footer" dangerouslySetInnerHTML={{ __html: footerHtml }} />}
      {script !== null && <script src={script} defer />}
    </>
  );
}
