import type { ReactNode } from 'react';
import { catalogue, type Locale, type Messages, type Namespace } from '@/lib/messages/catalogue';
import { MessagesProvider } from './messages-provider';

/** Only the words that a page's client components use travel to the browser. `ui` and `common` always do. */
export function PageMessages({
  locale = 'en',
  timeZone = 'UTC',
  namespaces,
  children,
}: {
  locale?: Locale;
  timeZone?: string;
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  const picked = Object.fromEntries(
    ['ui', 'common', 'errors', ...namespaces].map((name) => [name, catalogue[locale][name as Namespace]]),
  ) as Partial<Messages>;
  return (
    <MessagesProvider locale={locale} timeZone={timeZone} messages={picked}>
      {children}
    </MessagesProvider>
  );
}
