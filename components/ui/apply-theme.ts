import { THEME_COOKIE, type Theme } from './theme';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** In force at once on this page, and through the cookie on every page the server renders from now on. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  document.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
}
