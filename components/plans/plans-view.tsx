'use client';

import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { fetchJson } from '@/components/ui/fetch-json';
import { PageHeader } from '@/components/ui/page-header';
import { SaveBar } from '@/components/ui/save-bar';
import { useToast } from '@/components/ui/toast';
import type { ChangePlan, PlanMatrix, PlanRow } from '@/lib/core/plans/schema';
import { cellOf, matrixRows, toChange, type Cell, type Edit } from './matrix-model';
import { PlanMatrixTable } from './plan-matrix';

interface PlansViewProps {
  initial: PlanMatrix;
  canManage: boolean;
  save: Act<{ plans: ChangePlan[] }, { changed: number }>;
}

/** Every plan in one matrix, edited in place and saved together. */
export function PlansView({ initial, canManage, save }: PlansViewProps) {
  const t = useTranslations('plans');
  const { data: matrix } = useQuery({
    queryKey: ['plans', 'matrix'],
    queryFn: ({ signal }) => fetchJson<PlanMatrix>('/api/console/plans', signal),
    initialData: initial,
  });
  const editing = usePlanEdits(matrix, save);
  const names = editing.changed.map((plan) => plan.name).join(', ');
  const tenants = editing.changed.reduce((sum, plan) => sum + plan.tenants, 0);
  return (
    <div className="grid gap-6">
      <PageHeader title={t('title')} description={t('description')} />
      <div className="grid">
        <PlanMatrixTable
          matrix={matrix}
          edits={editing.edits}
          faulty={editing.faulty}
          onEdit={canManage ? editing.edit : undefined}
        />
        {canManage ? (
          <SaveBar
            state={editing.state}
            saveLabel={t('save')}
            problem={editing.problem}
            onSave={editing.save}
            onDiscard={editing.discard}
            extra={
              editing.changed.length > 0 && (
                <p className="text-sm text-muted max-md:basis-full">
                  {t('changed', { count: editing.changed.length, names, tenants })}
                </p>
              )
            }
          />
        ) : (
          <p className="pt-3 text-sm text-muted">{t('readOnly')}</p>
        )}
      </div>
    </div>
  );
}

function usePlanEdits(matrix: PlanMatrix, saveAction: PlansViewProps['save']) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const toast = useToast();
  const { sentence } = useFailureText();
  const [edits, setEdits] = useState<Readonly<Record<string, Edit>>>({});
  const [faulty, setFaulty] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string>();
  const [saved, setSaved] = useState(false);
  const act = useAct(saveAction, {
    stale: 'plans',
    onDone: ({ changed }) => {
      setEdits({});
      setSaved(true);
      toast.done(t('saved', { count: changed }));
    },
    onRefused: (failure) => setProblem(failure.code === 'conflict' ? t('conflict') : sentence(failure)),
  });
  const changed = matrix.plans.filter((plan) => edits[plan.id]);

  function edit(plan: PlanRow, rowId: string, value: Cell) {
    const row = matrixRows(matrix.flags).find((each) => each.id === rowId);
    if (!row) return;
    const { version, cells } = edits[plan.id] ?? { version: plan.version, cells: {} };
    const { [rowId]: _before, ...others } = cells;
    // A cell that is back to what it was counts as untouched.
    const next = cellOf(row, plan, locale) === value ? others : { ...others, [rowId]: value };
    const { [plan.id]: _old, ...rest } = edits;
    setEdits(Object.keys(next).length === 0 ? rest : { ...rest, [plan.id]: { version, cells: next } });
    setFaulty(new Set([...faulty].filter((id) => id !== `${plan.id} ${rowId}`)));
    setProblem(undefined);
    setSaved(false);
  }

  function save() {
    const results = changed.map((plan) => ({
      plan,
      result: toChange(matrix, plan, edits[plan.id] ?? { version: plan.version, cells: {} }, locale),
    }));
    const wrong = results.flatMap(({ plan, result }) =>
      'faulty' in result ? result.faulty.map((id) => `${plan.id} ${id}`) : [],
    );
    setFaulty(new Set(wrong));
    setProblem(wrong.length > 0 ? t('problem') : undefined);
    if (wrong.length === 0)
      act.mutate({ plans: results.flatMap(({ result }) => ('faulty' in result ? [] : [result])) });
  }

  function discard() {
    setEdits({});
    setFaulty(new Set());
    setProblem(undefined);
  }

  const state = act.isPending
    ? 'saving'
    : problem !== undefined
      ? 'failed'
      : changed.length > 0
        ? 'dirty'
        : saved
          ? 'saved'
          : 'clean';
  return { edits, faulty, problem, changed, edit, save, discard, state } as const;
}
