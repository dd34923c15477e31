'use client';

import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import type { Messages } from '@/lib/messages/catalogue';

/** Hands the words of some features to client components; those of an outer provider stay in reach. */
export function MessagesProvider({
  locale,
  timeZone,
  messages,
  children,
}: {
  locale: string;
  timeZone: string;
  messages: Partial<Messages>;
  children: ReactNode;
}) {
  return (
    <IntlProvider locale={locale as 'en'} timeZone={timeZone} messages={messages}>
      {children}
    </IntlProvider>
  );
}
