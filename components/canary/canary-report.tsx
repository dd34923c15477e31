import { Bird } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { CopyField } from '@/components/ui/copy-field';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValueList } from '@/components/ui/key-value';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatTile } from '@/components/ui/stat-tile';
import { StatusBadge } from '@/components/ui/status-badge';
import { TextLink } from '@/components/ui/text-link';
import type { CanaryRunDetail } from '@/lib/features/canary/schema';
import { translator } from '@/lib/messages/translator';
import { AttemptMatrix } from './attempt-matrix';
import type { Display } from './canary-types';
import { FindingList } from './finding-list';

interface CanaryReportProps {
  run: CanaryRunDetail | null;
  isLatest: boolean;
  display: Display;
}

/** One run in full: what it came to, what it found, what it tried, and its signature. */
export function CanaryReport({ run, isLatest, display }: CanaryReportProps) {
  const t = translator('health');
  if (!run) return <EmptyState icon={<Bird />} title={t('never.title')} text={t('never.text')} />;
  const { details } = run;
  return (
    <div className="grid min-w-0 gap-6">
      {!isLatest && (
        <p className="text-muted">
          {t('older')} <TextLink href="/health">{t('newest')}</TextLink>
        </p>
      )}
      <Figures run={run} isLatest={isLatest} display={display} />
      <FindingList title={t('findings.leaks')} tone="negative" sentences={details.leaks} />
      <FindingList title={t('findings.drift')} tone="negative" sentences={details.drift} />
      <FindingList title={t('findings.notes')} tone="info" sentences={details.notes} />
      <AttemptMatrix rows={details.matrix} />
      <Proof run={run} />
    </div>
  );
}

function Figures({ run, isLatest, display }: { run: CanaryRunDetail; isLatest: boolean; display: Display }) {
  const t = translator('health');
  const clean = run.leaks + run.drift === 0;
  const number = new Intl.NumberFormat(display.locale);
  return (
    <Card className="grid gap-4">
      <StatusBadge tone={clean ? 'positive' : 'negative'} label={t(clean ? 'verdict.clean' : 'verdict.unclean')} />
      <div className="grid grid-cols-2 gap-x-8 gap-y-4 lg:grid-cols-4">
        <StatTile
          label={t(isLatest ? 'figure.last' : 'figure.shown')}
          value={<RelativeTime at={run.finishedAt} {...display} />}
        />
        <StatTile label={t('figure.attempts')} value={number.format(run.attempts)} />
        <StatTile label={t('figure.leaks')} value={<Count value={run.leaks} text={number.format(run.leaks)} />} />
        <StatTile label={t('figure.drift')} value={<Count value={run.drift} text={number.format(run.drift)} />} />
      </div>
    </Card>
  );
}

function Count({ value, text }: { value: number; text: string }) {
  return <span className={value > 0 ? 'text-negative-text' : undefined}>{text}</span>;
}

function Proof({ run }: { run: CanaryRunDetail }) {
  const t = translator('health');
  return (
    <section className="grid gap-3">
      <h3 className="font-semibold">{t('proof.title')}</h3>
      <KeyValueList
        items={[
          {
            label: t('proof.state'),
            value: (
              <StatusBadge
                tone={run.signatureValid ? 'positive' : 'warning'}
                label={t(run.signatureValid ? 'proof.valid' : 'proof.invalid')}
              />
            ),
          },
          { label: t('proof.key'), value: <CopyField value={run.keyId} label={t('proof.key')} /> },
          { label: t('proof.signature'), value: <CopyField value={run.signature} label={t('proof.signature')} /> },
          {
            label: t('proof.published'),
            value: (
              <a className="text-accent-text underline underline-offset-3" href="/.well-known/portico-canary.json">
                /.well-known/portico-canary.json
              </a>
            ),
          },
        ]}
      />
    </section>
  );
}
