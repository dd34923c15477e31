'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import type { Messages } from '@/lib/messages/catalogue';

/** Hands the words of some features to client components; those of an outer provider stay in reach. */
export function MessagesProvider({
  locale,
  timeZone,
  words,
  children,
}: {
  /** The language with the reader's way of writing numbers and dates, such as `de-AT`. */
  locale: string;
  timeZone: string;
  /** Messages by namespace, as JSON: one string on its way, where React would visit each of hundreds three times. */
  words: string;
  children: ReactNode;
}) {
  const outer = useContext(OuterMessages);
  const messages = useMemo(() => ({ ...outer, ...(JSON.parse(words) as Partial<Messages>) }), [outer, words]);
  return (
    <OuterMessages value={messages}>
      <IntlProvider locale={locale} timeZone={timeZone} messages={messages}>
        {children}
      </IntlProvider>
    </OuterMessages>
  );
}

const OuterMessages = createContext<Partial<Messages>>({});
