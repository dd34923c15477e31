import type { Messages } from './catalogue';
import type { Locale } from './locales';

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
    Locale: Locale;
  }
}
