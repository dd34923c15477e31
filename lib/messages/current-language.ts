import { AsyncLocalStorage } from 'node:async_hooks';
import { cache } from 'react';
import type { Locale } from './locales';

/**
 * The language that words are asked for in, when nobody names one: that of the work at hand (a route, an action, a mail), else of the
 * page that is being rendered, else English. It decides words only, never whose data is read.
 */
export function currentLanguage(): Locale {
  return working.getStore() ?? rendered().language;
}

/** Runs a piece of work in a language. */
export function inLanguage<T>(language: Locale, work: () => T): T {
  return working.run(language, work);
}

/** How the reader of the page that is being rendered writes numbers and times. */
export interface Reader {
  /** A region format: the language and the way of writing that goes with it, such as `de-AT`. */
  format: string;
  timeZone: string;
}

/** From here on the page that is being rendered is in this language. Whoever renders says so before its first word. */
export function renderInLanguage(language: Locale, reader: Reader = { format: language, timeZone: 'UTC' }): void {
  Object.assign(rendered(), { language, ...reader });
}

export function currentReader(): Reader {
  const { format, timeZone } = rendered();
  return { format, timeZone };
}

// Next loads this module more than once; all of its copies must mean the same work.
const registry = globalThis as unknown as { porticoLanguage?: AsyncLocalStorage<Locale> };
const working = (registry.porticoLanguage ??= new AsyncLocalStorage<Locale>());

/** One for each render; outside of any it holds nothing. */
const rendered = cache((): { language: Locale } & Reader => ({ language: 'en', format: 'en', timeZone: 'UTC' }));
