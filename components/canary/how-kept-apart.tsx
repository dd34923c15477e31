import { Database, KeyRound, Link2Off, LogIn, ScrollText, type LucideIcon } from 'lucide-react';
import { Section } from '@/components/ui/section';
import { translator } from '@/lib/messages/translator';

const points: readonly (readonly ['database' | 'proof' | 'links' | 'signin' | 'record', LucideIcon])[] = [
  ['database', Database],
  ['proof', KeyRound],
  ['links', Link2Off],
  ['signin', LogIn],
  ['record', ScrollText],
];

/** What holds a tenant's data apart, without a word of how it is built. */
export function HowKeptApart() {
  const t = translator('security');
  return (
    <Section title={t('how.title')}>
      <ul className="grid gap-x-10 gap-y-5 md:grid-cols-2">
        {points.map(([key, Icon]) => (
          <li key={key} className="flex gap-3">
            <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-subtle" />
            <div className="grid content-start gap-0.5">
              <h3 className="font-medium">{t(`how.${key}.title`)}</h3>
              <p className="max-w-[60ch] text-muted">{t(`how.${key}.text`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
