import compile from 'icu-minify/compile';
import format from 'icu-minify/format';
import { expect, it } from 'vitest';
import { _createCache, _createIntlFormatters, createTranslator } from 'use-intl/core';
import { catalogue } from './catalogue';

const formatters = _createIntlFormatters(_createCache());

/** Every message with its path. */
function* messagesOf(node: unknown, path: string[] = []): Generator<[string, string]> {
  if (typeof node === 'string') yield [path.join('.'), node];
  else for (const [key, value] of Object.entries(node as object)) yield* messagesOf(value, [...path, key]);
}

/** Something for every placeholder; `number` where the message counts. */
function valuesFor(message: string, number: number): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [, name = ''] of message.matchAll(/<(\w+)>/g)) values[name] = (inner: unknown) => `<${String(inner)}>`;
  for (const [, name = '', type] of message.matchAll(/\{(\w+)\s*(?:,\s*(\w+))?/g)) {
    values[name] ??= type === 'date' || type === 'time' ? new Date(0) : type === 'select' ? 'other' : number;
  }
  return values;
}

function fail(error: Error): never {
  throw error;
}

it('reads the same compiled, as pages have it, and parsed, as mails and tests have it', () => {
  for (const [path, message] of messagesOf(catalogue.en)) {
    const parsed = createTranslator({ locale: 'en', messages: { message }, timeZone: 'UTC', onError: fail });
    for (const number of [0, 1, 2, 1234]) {
      const values = valuesFor(message, number);
      const compiled = format(compile(message), 'en', values as never, { formatters, timeZone: 'UTC' });
      expect(`${path}: ${String(compiled)}`).toBe(`${path}: ${parsed.markup('message', values as never)}`);
    }
  }
});
