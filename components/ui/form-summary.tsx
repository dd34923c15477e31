'use client';

import { useEffect, useRef } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';

export interface FormProblem {
  message: string;
  /** The id given to the field; without it the problem belongs to the whole form. */
  fieldId?: string;
}

/** All problems of a refused form, above it, focused when they appear; each leads to its field. */
export function FormSummary({ problems }: { problems: readonly FormProblem[] }) {
  const t = useTranslations('ui');
  const box = useRef<HTMLDivElement>(null);
  const key = problems.map((problem) => problem.message).join('\n');
  useEffect(() => {
    if (key !== '') box.current?.focus();
  }, [key]);
  if (problems.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="flex gap-2.5 rounded-md border border-negative/40 bg-negative-soft p-3 text-negative-text"
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 gap-1">
        <p className="font-medium">{t('form.problems', { count: problems.length })}</p>
        <ul className="grid gap-0.5 text-sm">
          {problems.map((problem) => (
            <li key={`${problem.fieldId ?? ''}${problem.message}`} className="wrap-anywhere">
              {problem.fieldId === undefined ? (
                problem.message
              ) : (
                <ProblemLink fieldId={problem.fieldId} message={problem.message} />
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function ProblemLink({ fieldId, message }: { fieldId: string; message: string }) {
  return (
    <a
      href={`#${fieldId}`}
      className="underline underline-offset-3"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(fieldId)?.focus();
      }}
    >
      {message}
    </a>
  );
}
