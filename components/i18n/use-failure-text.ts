'use client';

import { useTranslations } from 'use-intl';

/** What a refused action or route says about itself (lib/http). */
export interface Failure {
  code: string;
  messageKey?: string;
  values?: Record<string, string | number>;
  fields?: Record<string, string>;
  quota?: { resource: string; used: number; limit: number; requested: number };
  retryAfterSeconds?: number;
  referenceId?: string;
}

interface FailureText {
  /** The whole refusal in a sentence. */
  sentence: (failure: Failure) => string;
  /** What is wrong with one field; undefined when nothing is. */
  field: (message: string | undefined) => string | undefined;
}

/** Words for refusals, from the `errors` catalogue. A message that is not in it is taken to be a sentence already. */
export function useFailureText(): FailureText {
  const t = useTranslations('errors');
  const say = t as unknown as {
    (key: string, values?: Record<string, string | number>): string;
    has(key: string): boolean;
  };
  return {
    sentence: (failure) => {
      const key = failure.messageKey ?? failure.code;
      const values = { seconds: failure.retryAfterSeconds ?? 60, ...failure.quota, ...failure.values };
      return say(say.has(key) ? key : 'internal', values);
    },
    field: (message) => (message !== undefined && say.has(`field.${message}`) ? say(`field.${message}`) : message),
  };
}
