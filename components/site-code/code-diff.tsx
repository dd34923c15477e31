import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import type { CodeChange, DiffLine } from '@/lib/features/site-code/schema';

/** What a version changed, part by part. The sign before a line says what its colour says. */
export function CodeDiff({ changes }: { changes: readonly CodeChange[] }) {
  const t = useTranslations('siteCode');
  if (changes.length === 0) return <p className="text-sm text-muted">{t('history.same')}</p>;
  return (
    <div className="grid min-w-0 gap-2">
      {changes.map(({ field, lines }) => (
        <details key={field} className="min-w-0 rounded-md border border-border">
          <summary className="flex min-h-9 cursor-pointer flex-wrap items-center gap-x-3 px-3 text-sm">
            <span className="font-medium">{t(`part.${field}`)}</span>
            <span className="text-muted tabular">
              {t('history.lines', { added: count(lines, 'in'), removed: count(lines, 'out') })}
            </span>
          </summary>
          <pre
            role="group"
            aria-label={t(`part.${field}`)}
            className="max-h-96 overflow-auto border-t border-border py-2 font-mono text-sm"
          >
            {lines.map((line, at) => (
              <span key={at} className={clsx('block min-w-max px-3', LOOK[line.kind])}>
                {SIGN[line.kind]} {line.text}
              </span>
            ))}
          </pre>
        </details>
      ))}
    </div>
  );
}

const LOOK = {
  kept: 'text-muted',
  in: 'bg-positive-soft text-positive-text',
  out: 'bg-negative-soft text-negative-text',
  gap: 'text-muted',
} as const;

const SIGN = { kept: ' ', in: '+', out: '−', gap: '…' } as const;

function count(lines: readonly DiffLine[], kind: DiffLine['kind']): number {
  return lines.filter((line) => line.kind === kind).length;
}
