import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { StatusBadge } from '@/components/ui/status-badge';
import { Table, TableFrame, Td, Th, Tr } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { RunSummary } from '@/lib/features/canary/schema';
import { translator } from '@/lib/messages/translator';
import type { Display } from './canary-types';

interface CanaryHistoryProps {
  history: readonly RunSummary[];
  shownId: string | undefined;
  display: Display;
}

export function CanaryHistory({ history, shownId, display }: CanaryHistoryProps) {
  const t = translator('health');
  return (
    <Section title={t('history.title')}>
      <TableFrame role="region" aria-label={t('history.list')}>
        <Table>
          <thead>
            <tr>
              <Th>{t('history.when')}</Th>
              <Th>{t('history.result')}</Th>
              <Th align="end">{t('figure.attempts')}</Th>
              <Th align="end">{t('figure.leaks')}</Th>
              <Th align="end">{t('figure.drift')}</Th>
              <Th align="end">{t('history.took')}</Th>
              <Th>{t('history.by')}</Th>
            </tr>
          </thead>
          <tbody>
            {history.map((run) => (
              <Run key={run.id} run={run} shown={run.id === shownId} display={display} />
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </Section>
  );
}

function Run({ run, shown, display }: { run: RunSummary; shown: boolean; display: Display }) {
  const t = translator('health');
  const clean = run.leaks + run.drift === 0;
  const seconds = (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1_000;
  const number = new Intl.NumberFormat(display.locale);
  const duration = new Intl.NumberFormat(display.locale, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
  return (
    <Tr>
      <Td>
        <TextLink href={`/health?run=${run.id}`} aria-current={shown ? 'true' : undefined}>
          <RelativeTime at={run.finishedAt} {...display} />
        </TextLink>
      </Td>
      <Td>
        <StatusBadge tone={clean ? 'positive' : 'negative'} label={t(clean ? 'verdict.clean' : 'verdict.unclean')} />
      </Td>
      <Td align="end">{number.format(run.attempts)}</Td>
      <Td align="end">{number.format(run.leaks)}</Td>
      <Td align="end">{number.format(run.drift)}</Td>
      <Td align="end" className="whitespace-nowrap">
        {duration.format(seconds)}
      </Td>
      <Td className="max-w-56 truncate">{run.startedBy}</Td>
    </Tr>
  );
}
