import type { ReactNode } from 'react';
import { catalogue, type Namespace } from '@/lib/messages/catalogue';
import { currentLanguage, currentReader } from '@/lib/messages/current-language';
import { sentenceFormat, type Locale } from '@/lib/messages/locales';
import { MessagesProvider } from './messages-provider';

interface MessagesProps {
  /** The reader's, unless the page tells times of another. */
  timeZone?: string;
  namespaces: readonly Namespace[];
  children: ReactNode;
}

/** Only the words that a page's client components use travel to the browser, besides those of its surface. */
export function PageMessages({ timeZone, namespaces, children }: MessagesProps) {
  const reader = currentReader();
  return (
    <MessagesProvider
      locale={sentenceFormat(reader.format)}
      timeZone={timeZone ?? reader.timeZone}
      words={wordsOf(currentLanguage(), namespaces)}
    >
      {children}
    </MessagesProvider>
  );
}

/** Around everything of a surface: the words that any page may need. */
export function SurfaceMessages({ namespaces, ...rest }: MessagesProps) {
  return <PageMessages namespaces={['ui', 'common', 'errors', ...namespaces]} {...rest} />;
}

/** Each page names its own, so there are only so many. */
const known = new Map<string, string>();

function wordsOf(locale: Locale, namespaces: readonly Namespace[]): string {
  const key = `${locale} ${namespaces.join(' ')}`;
  let words = known.get(key);
  if (words === undefined) {
    words = JSON.stringify(Object.fromEntries(namespaces.map((name) => [name, catalogue[locale][name]])));
    known.set(key, words);
  }
  return words;
}
