import type { SiteView } from './site-types';

/** The logo of the theme at hand, else the name in the tenant's own font. A site follows its brand's theme or the system's. */
export function SiteLogo({ site: { name, logoUrl, logoDarkUrl, logoIsMark, theme } }: { site: SiteView }) {
  const fixed = theme === 'dark' ? (logoDarkUrl ?? logoUrl) : logoUrl;
  if (fixed === null) return <span className="s-name">{name}</span>;
  return (
    <>
      <picture>
        {theme === 'system' && logoDarkUrl !== null && (
          <source media="(prefers-color-scheme: dark)" srcSet={logoDarkUrl} />
        )}
        <img src={fixed} alt={logoIsMark ? '' : name} />
      </picture>
      {logoIsMark && <span className="s-name">{name}</span>}
    </>
  );
}
