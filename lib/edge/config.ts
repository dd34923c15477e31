export interface EdgeConfig {
  rootDomain: string;
  sitesDomain: string;
  /** True when a proxy in front of us is named as trusted; only then do X-Forwarded-* headers count. */
  trustsForwarded: boolean;
  development: boolean;
}

/** The few variables the edge needs, read where they are used: `lib/platform/env` validates them but can't run at the edge. */
export function edgeConfig(): EdgeConfig {
  const rootDomain = process.env.ROOT_DOMAIN || `localhost:${process.env.PORT || '3000'}`;
  return {
    rootDomain,
    sitesDomain: process.env.SITES_DOMAIN || `sites.${rootDomain}`,
    trustsForwarded: (process.env.TRUSTED_PROXIES ?? '').trim() !== '',
    development: process.env.NODE_ENV === 'development',
  };
}
