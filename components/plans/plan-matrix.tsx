'use client';

import { Fragment, useState } from 'react';
import clsx from 'clsx';
import { useLocale, useTranslations } from 'use-intl';
import { Select } from '@/components/ui/select';
import { Table, TableFrame } from '@/components/ui/table';
import type { PlanMatrix, PlanRow } from '@/lib/core/plans/schema';
import { cellOf, matrixRows, type Cell, type Edit, type MatrixRow } from './matrix-model';
import { PlanCell } from './plan-cell';
import { PlanHead } from './plan-head';

interface PlanMatrixProps {
  matrix: PlanMatrix;
  /** By plan id. */
  edits: Readonly<Record<string, Edit>>;
  /** `<plan id> <row id>` of cells that can't be saved. */
  faulty: ReadonlySet<string>;
  /** Left out where the reader may only look. */
  onEdit?: (plan: PlanRow, rowId: string, value: Cell) => void;
}

/** Plans side by side; on a phone one at a time. */
export function PlanMatrixTable({ matrix, edits, faulty, onEdit }: PlanMatrixProps) {
  const t = useTranslations('plans');
  const [shown, setShown] = useState(matrix.plans[0]?.id ?? '');
  const [known, setKnown] = useState(faulty);
  if (known !== faulty) {
    setKnown(faulty);
    // On a phone the plan that needs a look may be out of sight.
    const wrong = matrix.plans.filter((plan) => [...faulty].some((id) => id.startsWith(plan.id)));
    if (wrong[0] && !wrong.some((plan) => plan.id === shown)) setShown(wrong[0].id);
  }
  const rows = matrixRows(matrix.flags);
  const column = (plan: PlanRow) => clsx(plan.id !== shown && 'max-md:hidden');
  return (
    <div className="grid gap-3">
      <Select
        aria-label={t('show')}
        className="md:hidden"
        value={shown}
        options={matrix.plans.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setShown(event.target.value)}
      />
      <TableFrame>
        <Table aria-label={t('table')} className="md:table-fixed">
          <thead>
            <tr>
              <td className="w-1/2 border-b border-border md:w-64" />
              {matrix.plans.map((plan) => (
                <PlanHead key={plan.id} plan={plan} className={column(plan)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Fragment key={row.id}>
                {row.group !== rows[at - 1]?.group && row.group !== 'plan' && (
                  <GroupHead row={row} columns={matrix.plans.length + 1} />
                )}
                <tr className="hover:bg-sunken">
                  <RowHead row={row} />
                  {matrix.plans.map((plan) => (
                    <td key={plan.id} className={clsx('h-row px-2 align-middle max-md:w-1/2', column(plan))}>
                      <EditedCell
                        row={row}
                        plan={plan}
                        edit={edits[plan.id]}
                        faulty={faulty.has(`${plan.id} ${row.id}`)}
                        onEdit={onEdit}
                      />
                    </td>
                  ))}
                </tr>
              </Fragment>
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </div>
  );
}

interface EditedCellProps {
  row: MatrixRow;
  plan: PlanRow;
  edit: Edit | undefined;
  faulty: boolean;
  onEdit: PlanMatrixProps['onEdit'];
}

function EditedCell({ row, plan, edit, faulty, onEdit }: EditedCellProps) {
  const rowName = useRowName()(row);
  const locale = useLocale();
  const edited = edit?.cells[row.id];
  return (
    <PlanCell
      row={row}
      rowName={rowName}
      plan={plan}
      value={edited ?? cellOf(row, plan, locale)}
      changed={edited !== undefined}
      faulty={faulty}
      onChange={onEdit && ((value) => onEdit(plan, row.id, value))}
    />
  );
}

function GroupHead({ row, columns }: { row: MatrixRow; columns: number }) {
  const t = useTranslations('plans');
  const say = t as unknown as { (key: string): string; has(key: string): boolean };
  const key = `group.${row.group}`;
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={columns}
        className="border-y border-border bg-sunken px-4 py-1.5 text-start text-sm font-medium text-muted"
      >
        {say.has(key) ? say(key) : row.group}
      </th>
    </tr>
  );
}

function RowHead({ row }: { row: MatrixRow }) {
  const t = useTranslations('plans');
  const name = useRowName()(row);
  const help =
    row.kind === 'flag' ? row.flag.description : row.id === 'name' ? undefined : t(`rowHelp.${helpKey(row.id)}`);
  return (
    <th scope="row" className="py-1.5 pe-3 ps-4 text-start font-normal" title={help}>
      <span className="block wrap-anywhere">{name}</span>
    </th>
  );
}

function useRowName(): (row: MatrixRow) => string {
  const t = useTranslations('plans');
  return (row) => {
    if (row.kind === 'flag') return row.flag.name;
    return row.id === 'name' ? t('row.name') : t(`row.${helpKey(row.id)}`);
  };
}

type FactKey = 'price' | 'requestsPerMinute' | 'burst' | 'concurrency';

function helpKey(id: Exclude<MatrixRow['id'], 'name' | `flag ${string}`>): FactKey {
  return id === 'priceMonthlyMinor' ? 'price' : id;
}
