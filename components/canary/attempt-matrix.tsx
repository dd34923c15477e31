import { Check } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Table, TableFrame, Td, Th, Tr } from '@/components/ui/table';
import { operations, type MatrixRow, type Tally } from '@/lib/features/canary/schema';
import { translator } from '@/lib/messages/translator';

/** Tables down, operations across, attempts in the cells. What got through stands out. */
export function AttemptMatrix({ rows }: { rows: readonly MatrixRow[] }) {
  const t = translator('health');
  if (rows.length === 0) return null;
  return (
    <section className="grid min-w-0 gap-3">
      <div className="grid gap-1">
        <h3 className="font-semibold">{t('matrix.title')}</h3>
        <p className="max-w-[68ch] text-muted">{t('matrix.text')}</p>
      </div>
      <TableFrame className="max-h-[32rem] overflow-y-auto" role="region" aria-label={t('matrix.title')}>
        <Table>
          <thead className="sticky top-0 z-1">
            <tr>
              <Th className="sticky start-0 z-1">{t('matrix.table')}</Th>
              {operations.map((operation) => (
                <Th key={operation} align="end">
                  {t(`matrix.operation.${operation}`)}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {leaksFirst(rows).map(({ table, tried }) => (
              <Tr key={table}>
                <th
                  scope="row"
                  className="sticky start-0 border-b border-border bg-raised px-4 font-normal group-last/row:border-b-0"
                >
                  <code className="text-sm">{table}</code>
                </th>
                {operations.map((operation) => (
                  <Td key={operation} align="end">
                    <Cell tally={tried[operation]} />
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </section>
  );
}

function leaksFirst(rows: readonly MatrixRow[]): MatrixRow[] {
  const leaks = ({ tried }: MatrixRow): number => Object.values(tried).reduce((sum, tally) => sum + tally.leaks, 0);
  return [...rows].sort((a, b) => leaks(b) - leaks(a));
}

function Cell({ tally }: { tally: Tally | undefined }) {
  const t = translator('health');
  if (!tally)
    return (
      <span className="text-subtle">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t('matrix.notTried')}</span>
      </span>
    );
  if (tally.leaks > 0) return <Badge tone="negative">{t('matrix.leaked', { ...tally })}</Badge>;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Check aria-hidden="true" className="size-3.5 text-positive-text" />
      <span aria-hidden="true">{tally.attempts}</span>
      <span className="sr-only">{t('matrix.held', { attempts: tally.attempts })}</span>
    </span>
  );
}
