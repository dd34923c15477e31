'use client';

import { useState } from 'react';
import { Mail } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchInput } from '@/components/ui/search-input';
import { TableFrame } from '@/components/ui/table';
import type { Outbox, OutboxEntry } from '@/lib/features/outbox/schema';
import { MailItem } from './mail-item';
import { MailReader } from './mail-reader';
import { useOutbox } from './use-outbox';

interface OutboxViewProps {
  initial: Outbox;
  display: { locale: string; timeZone: string; now: string };
}

/** The list at the left, the mail at the right; on a phone the mail stands below the list. */
export function OutboxView({ initial, display }: OutboxViewProps) {
  const t = useTranslations('outbox');
  const outbox = useOutbox(initial);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const all = outbox.data.kind === 'files' ? outbox.data.mails : [];
  const mails = all.filter((mail) => matches(mail, search));
  const current = mails.find((mail) => mail.id === chosen) ?? mails[0];
  if (all.length === 0) {
    return (
      <TableFrame>
        <EmptyState icon={<Mail />} title={t('empty.title')} text={t('empty.text')} />
      </TableFrame>
    );
  }
  return (
    <div className="grid min-w-0 gap-4">
      <SearchInput label={t('search')} value={search} onSearch={setSearch} className="w-full md:w-80" />
      <div className="grid min-w-0 items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        {mails.length === 0 ? (
          <TableFrame>
            <EmptyState icon={<Mail />} title={t('empty.filteredTitle')} text={t('empty.filteredText')} />
          </TableFrame>
        ) : (
          <ul
            aria-label={t('list')}
            className="max-h-64 min-w-0 divide-y divide-border overflow-y-auto rounded-lg border border-border bg-raised lg:max-h-[calc(100dvh-15rem)]"
          >
            {mails.map((mail) => (
              <MailItem
                key={mail.id}
                mail={mail}
                display={display}
                current={mail === current}
                onChoose={() => setChosen(mail.id)}
              />
            ))}
          </ul>
        )}
        <MailReader id={current?.id ?? null} display={display} />
      </div>
    </div>
  );
}

function matches(mail: OutboxEntry, search: string): boolean {
  const text = search.toLowerCase();
  return text === '' || `${mail.to} ${mail.subject} ${mail.from}`.toLowerCase().includes(text);
}
