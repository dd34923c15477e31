/** What every page of a site is drawn from. */
export interface SiteView {
  name: string;
  /** Paths on the site's own host. */
  logoUrl: string | null;
  logoDarkUrl: string | null;
  /** The name stands beside such a logo. */
  logoIsMark: boolean;
  theme: 'light' | 'dark' | 'system';
  /** Where members sign in; null while there is no portal. */
  portal: { host: string; signInUrl: string } | null;
  /** The initial, as strokes of width 12 on a height of 70 (monogram.ts). */
  glyph: { path: string; width: number };
  rounded: boolean;
  pages: readonly SiteLink[];
}

export interface SiteLink {
  slug: string;
  title: string;
  description: string;
}
