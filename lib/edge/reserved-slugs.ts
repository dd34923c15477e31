// Our own hosts, now or likely later.
const OWN_HOSTS = `
  new console portal portals site sites root hosts host find portico tenant tenants edge origin proxy gateway api apis
  rest graphql ofrep scim saml oidc oauth oauth2 sso idp webhook webhooks events ingest internal healthz readyz
  health metrics status uptime monitor monitoring grafana prometheus trace traces logs static assets asset cdn media
  images img files file upload uploads download downloads fonts cache storage www www1 www2 web app apps my me go
  link links home page pages custom domains cname dev develop development stage staging test testing qa uat demo
  sandbox preview beta alpha canary prod production localhost local local-host null undefined none default example
  invalid onion public private shared global
`;
// Mail and network services.
const NETWORK_SERVICES = `
  mail email smtp imap pop pop3 mx mta mta-sts webmail bounce bounces autoconfig autodiscover dkim spf dmarc dns ns
  ns1 ns2 ns3 ns4 ftp sftp ssh vpn ntp ldap wpad isatap postmaster hostmaster webmaster abuse noc no-reply noreply
  mailer-daemon news newsletter notifications
`;
// Names that would be taken for the operator.
const OPERATOR = `
  admin admins administrator administration superadmin super-admin sysadmin system operator ops owner staff team
  support help helpdesk service services contact info about company official legal privacy terms trust security
  secure safe compliance audit verify verification login logout signin sign-in signup sign-up signout register join
  invite auth account accounts password reset session sessions user users member members profile billing pay payment
  payments invoice invoices checkout pricing plans sales shop store partner partners docs documentation developer
  developers blog forum community careers jobs press settings dashboard search feedback report reports analytics
  stats
`;

/**
 * Slugs nobody may take: names of our own hosts (now or likely later), names that mail, certificate and DNS software gives a
 * meaning to (RFC 2142), and names a visitor would take for the operator's own page.
 */
export const RESERVED_SLUGS: readonly string[] = words(OWN_HOSTS, NETWORK_SERVICES, OPERATOR);

export function isReservedSlug(slug: string): boolean {
  return reserved.has(slug);
}

/** True for a slug that reads like a reserved one: `c0nsole`, `log-in`, `adrnin`. */
export function looksReserved(slug: string): boolean {
  return reservedSkeletons.has(skeleton(slug));
}

/** Letters that are easily mistaken for each other fall together (a small ASCII cut of Unicode TS 39). */
function skeleton(slug: string): string {
  return slug
    .replaceAll('-', '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[0-9]/g, (digit) => DIGITS[digit] ?? digit)
    .replaceAll('i', 'l');
}

const DIGITS: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't' };
const reserved: ReadonlySet<string> = new Set(RESERVED_SLUGS);
// Short words (`my`, `go`, `ns`) collide with honest initials too easily: only words of four letters or more cast a shadow.
const reservedSkeletons: ReadonlySet<string> = new Set(RESERVED_SLUGS.filter((slug) => slug.length >= 4).map(skeleton));

function words(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.trim().split(/\s+/));
}
