import type { Locale } from '@/lib/messages/locales';

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
  /** Pages at the top, as the front page lists them. */
  pages: readonly SiteLink[];
  header: readonly SiteNavLink[];
  footer: readonly SiteNavLink[];
  announcements: readonly SiteAnnouncementView[];
  tagline: string;
  footerText: string;
  language: string;
  dir: 'ltr' | 'rtl';
  /** The language of the interface's own words. */
  locale: Locale;
}

export interface SiteLink {
  /** Path on the site's own host. */
  href: string;
  title: string;
  description: string;
}

export interface SiteNavLink {
  href: string;
  label: string;
  external: boolean;
  children: readonly SiteNavLink[];
}

export interface SiteAnnouncementView {
  /** Changes with its words: who closed it sees it again when it says something else. */
  key: string;
  text: string;
  tone: 'info' | 'positive' | 'warning';
  link: { href: string; label: string } | null;
}
