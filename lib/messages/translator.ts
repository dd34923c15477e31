import { createTranslator } from 'use-intl/core';
import { catalogue, type Locale, type Namespace } from './catalogue';

/** Words for server code: `translator('members')('title')`. */
export function translator<N extends Namespace>(namespace: N, locale: Locale = 'en') {
  return createTranslator({ locale, messages: catalogue[locale], namespace });
}
