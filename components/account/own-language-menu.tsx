'use client';

import { useAct, type Act } from '@/components/i18n/use-act';
import { LanguageMenu } from '@/components/ui/language-menu';
import type { Locale } from '@/lib/messages/locales';

/** The language of one's account on the console, whatever device it is read on, and of the mails to it. */
export function OwnLanguageMenu({ choose }: { choose: Act<{ language: Locale }, null> }) {
  const choosing = useAct(choose);
  return <LanguageMenu onPick={(language) => choosing.mutate({ language })} />;
}
