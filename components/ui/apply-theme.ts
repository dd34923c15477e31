import { keepOnDevice } from './keep-on-device';
import { THEME_COOKIE, type Theme } from './theme';

/** In force at once on this page, and through the cookie on every page the server renders from now on. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  keepOnDevice(THEME_COOKIE, theme);
}
