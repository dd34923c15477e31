'use client';

import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, TableFrame, Td, Th, Tr } from '@/components/ui/table';
import { useToast } from '@/components/ui/toast';
import type { BrandAssetView, BrandVersionView } from '@/lib/features/branding/schema';
import type { StudioFacts, StudioResult } from './studio-types';
import { BrandDiff } from './brand-diff';
import { Swatch } from './swatch';

interface HistoryTableProps {
  versions: readonly BrandVersionView[];
  assets: readonly BrandAssetView[];
  canManage: boolean;
  display: StudioFacts['display'];
  rollBack: (input: { number: number }) => Promise<StudioResult<{ number: number }>>;
}

/** Every publication, by whom and when, and the way back to it. */
export function HistoryTable({ versions, assets, canManage, display, rollBack }: HistoryTableProps) {
  const t = useTranslations('branding.history');
  const router = useRouter();
  const toast = useToast();
  const { sentence } = useFailureText();
  const [asked, setAsked] = useState<number | null>(null);
  const [problem, setProblem] = useState<string>();
  const bringBack = useMutation({
    mutationFn: (number: number) => rollBack({ number }),
    onSuccess: (result, number) => {
      if (!result.ok) return setProblem(sentence(result.error));
      setAsked(null);
      toast.done(t('rolledBack', { number }));
      router.refresh();
    },
    onError: () => setProblem(sentence({ code: 'unavailable' })),
  });

  return (
    <>
      <TableFrame>
        <Table aria-label={t('table')}>
          <thead>
            <tr>
              <Th>{t('version')}</Th>
              <Th>{t('look')}</Th>
              <Th>{t('published')}</Th>
              <Th>{t('by')}</Th>
              <Th align="end">
                <span className="sr-only">{t('rollBack')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <Tr key={version.number}>
                <Td>
                  <span className="flex items-center gap-2 whitespace-nowrap tabular">
                    {version.number}
                    {version.isLive && <Badge tone="positive">{t('isLive')}</Badge>}
                  </span>
                </Td>
                <Td>
                  <div className="grid gap-2">
                    <Look version={version} />
                    {version.before !== null && (
                      <details className="text-sm">
                        <summary className="w-fit cursor-pointer text-accent-text underline underline-offset-3">
                          {t('whatChanged')}
                        </summary>
                        <div className="pt-2">
                          <BrandDiff before={version.before} after={version.tokens} assets={assets} />
                        </div>
                      </details>
                    )}
                  </div>
                </Td>
                <Td>
                  <RelativeTime at={version.publishedAt} {...display} />
                </Td>
                <Td>{version.publishedByName}</Td>
                <Td align="end">
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
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
      <ConfirmDialog
        kind="ordinary"
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t('rollBackTitle', { number: asked ?? 0 })}
        consequence={t('rollBackText')}
        confirmLabel={t('rollBack')}
        pending={bringBack.isPending}
        error={problem}
        onConfirm={() => asked !== null && bringBack.mutate(asked)}
      />
    </>
  );
}

function Look({ version: { tokens, logoUrl } }: { version: BrandVersionView }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <span className="flex shrink-0 gap-1">
        <Swatch colour={tokens.brandColour} />
        {tokens.accentColour !== undefined && <Swatch colour={tokens.accentColour} />}
      </span>
      {logoUrl !== null && (
        <span className="flex h-7 w-14 shrink-0 rounded-sm border border-border bg-white p-1">
          <img src={logoUrl} alt="" className="size-full min-h-0 min-w-0 object-contain" />
        </span>
      )}
      <span className="max-w-56 truncate">{tokens.displayName}</span>
    </span>
  );
}
