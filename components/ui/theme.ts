export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** The person's choice; the root layout reads it and sets `data-theme` on <html>, so the first paint is right. */
export const THEME_COOKIE = 'portico_theme';

export function readTheme(value: string | undefined, fallback: Theme = 'system'): Theme {
  return THEMES.find((theme) => theme === value) ?? fallback;
}
