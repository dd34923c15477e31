'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { useToast } from '@/components/ui/toast';
import type { CodeVersionView } from '@/lib/features/site-code/schema';
import { CodeDiff } from './code-diff';
import type { Display } from './code-types';

interface CodeHistoryProps {
  versions: readonly CodeVersionView[];
  canManage: boolean;
  display: Display;
  rollBack: Act<{ number: number }, { number: number }>;
}

/** Every publication, by whom and when, what it changed, and the way back to it. */
export function CodeHistory({ versions, canManage, display, rollBack }: CodeHistoryProps) {
  const t = useTranslations('siteCode.history');
  const toast = useToast();
  const { sentence } = useFailureText();
  const [asked, setAsked] = useState<number | null>(null);
  const [problem, setProblem] = useState<string>();
  const bringBack = useAct(rollBack, {
    onDone: (_result, { number }) => {
      setAsked(null);
      toast.done(t('rolledBack', { number }));
    },
    onRefused: (failure) => setProblem(sentence(failure)),
  });
  return (
    <>
      <ul aria-label={t('list')} className="grid gap-4">
        {versions.map((version) => (
          <li key={version.number}>
            <Card>
              <div className="grid gap-3">
                <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                  <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <h2 className="font-medium tabular">{t('version', { number: version.number })}</h2>
                    {version.isLive && <Badge tone="positive">{t('isLive')}</Badge>}
                    <span className="text-sm text-muted">
                      {t('by', { name: version.publishedByName })}{' '}
                      <RelativeTime at={version.publishedAt} {...display} />
                    </span>
                  </div>
                  {canManage && !version.isLive && (
                    <Button
                      aria-label={t('rollBackTo', { number: version.number })}
                      onClick={() => {
                        setProblem(undefined);
                        setAsked(version.number);
                      }}
                    >
                      {t('rollBack')}
                    </Button>
                  )}
                </div>
                <CodeDiff changes={version.changes} />
              </div>
            </Card>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        kind="ordinary"
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t('rollBackTitle', { number: asked ?? 0 })}
        consequence={t('rollBackText')}
        confirmLabel={t('rollBack')}
        pending={bringBack.isPending}
        error={problem}
        onConfirm={() => asked !== null && bringBack.mutate({ number: asked })}
      />
    </>
  );
}
