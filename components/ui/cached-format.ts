/**
 * The formatters of Intl, kept: making one costs a thousand times what using it does, and a table shows one in every row.
 * The locales and zones that tenants choose are many but few at a time, so a full cache just starts again.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
}

export function dateTimeFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(`dateTime ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

export function relativeTimeFormat(locale: string, options: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat {
  return kept(`relative ${locale} ${JSON.stringify(options)}`, () => new Intl.RelativeTimeFormat(locale, options));
}

const MAX_KEPT = 200;
const formats = new Map<string, unknown>();

function kept<T>(key: string, make: () => T): T {
  const held = formats.get(key) as T | undefined;
  if (held !== undefined) return held;
  if (formats.size >= MAX_KEPT) formats.clear();
  const made = make();
  formats.set(key, made);
  return made;
}
