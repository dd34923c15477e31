import { regionFormats, type DateFormat } from './schema';

interface Option {
  value: string;
  label: string;
  hint?: string;
}

/** Every IANA zone this runtime knows, with its offset at `at`; `chosen` is among them even if this runtime does not know it. */
export function timeZoneOptions(at: Date, chosen: string | null): Option[] {
  const names = new Set(['UTC', ...(chosen ? [chosen] : []), ...Intl.supportedValuesOf('timeZone')]);
  return [...names]
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((value) => ({ value, label: zoneLabel(value), hint: offsetName(value, at) }));
}

/** `America/Argentina/Buenos_Aires` → `America / Argentina / Buenos Aires`. */
export function zoneLabel(zone: string): string {
  return zone.replaceAll('_', ' ').replaceAll('/', ' / ');
}

function offsetName(timeZone: string, at: Date): string | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
    return parts.find((part) => part.type === 'timeZoneName')?.value;
  } catch {
    return undefined;
  }
}

/** Ways of writing dates and numbers, named in the reader's language. */
export function regionOptions(locale: string): Option[] {
  const names = new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' });
  return regionFormats
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

export function regionLabel(value: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(value) ?? value;
}

export function currencyOptions(locale: string): Option[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} – ${names.of(value) ?? value}`,
  }));
}

/** January to December, by number. */
export function monthOptions(locale: string): Option[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: format.format(Date.UTC(2026, month, 1)),
  }));
}

/** A calendar date as the tenant writes it. */
export function formatDate(
  at: Date,
  { locale, timeZone, dateFormat }: { locale: string; timeZone: string; dateFormat: DateFormat },
): string {
  if (dateFormat === 'long') return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(at);
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const [day, month, year] = (['day', 'month', 'year'] as const).map(
    (type) => parts.find((part) => part.type === type)?.value ?? '',
  );
  return { iso: [year, month, day].join('-'), dmy: [day, month, year].join('/'), mdy: [month, day, year].join('/') }[
    dateFormat
  ];
}

/** What a `datetime-local` field shows for a moment, on the clock of a zone. Empty for none. @param at ISO 8601 */
export function toZonedInput(at: string | null, timeZone: string): string {
  if (at === null) return '';
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The moment that was typed, or null. An hour that the clocks skip is read as the one after it. */
export function fromZonedInput(text: string, timeZone: string): string | null {
  const wanted = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00Z`) : NaN;
  if (Number.isNaN(wanted)) return null;
  const offsetAt = (at: number): number => Date.parse(`${toZonedInput(new Date(at).toISOString(), timeZone)}:00Z`) - at;
  const first = wanted - offsetAt(wanted);
  return new Date(wanted - offsetAt(first)).toISOString();
}
