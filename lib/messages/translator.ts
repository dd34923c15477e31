import { createTranslator } from 'use-intl/core';
import { catalogue, type Messages, type Namespace } from './catalogue';
import { currentLanguage } from './current-language';
import type { Locale } from './locales';

/**
 * Words for server code: `translator('members')('title')`. Without a language they are in that of the request (current-language.ts),
 * decided each time a word is asked for, so a translator may be made before any request.
 */
export function translator<N extends Namespace>(namespace: N, locale?: Locale): Translator<N> {
  if (locale !== undefined) return made(namespace, locale);
  const now = (): Translator<N> => made(namespace, currentLanguage());
  // A translator is a function with others on it: each call goes to the one of the moment.
  return new Proxy(made(namespace, 'en'), {
    apply: (_target, _this, words: Parameters<Translator<N>>) => now()(...words),
    get: (_target, name) => Reflect.get(now(), name) as unknown,
  });
}

type Translator<N extends Namespace> = ReturnType<typeof createTranslator<Messages, N>>;

/** As many as there are files and languages. */
const known = new Map<string, unknown>();

function made<N extends Namespace>(namespace: N, locale: Locale): Translator<N> {
  const key = `${locale} ${namespace}`;
  let words = known.get(key);
  if (words === undefined) {
    words = createTranslator({ locale, messages: catalogue[locale], namespace });
    known.set(key, words);
  }
  return words as Translator<N>;
}
