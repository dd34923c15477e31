import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValueList } from '@/components/ui/key-value';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { StatusBadge } from '@/components/ui/status-badge';
import { Table, TableFrame, Td, Th, Tr } from '@/components/ui/table';
import { operations, type Evidence, type SignedEvidence } from '@/lib/features/canary/schema';
import { translator } from '@/lib/messages/translator';
import type { Display } from './canary-types';

interface EvidenceSummaryProps {
  evidence: { signed: SignedEvidence; signatureValid: boolean } | null;
  display: Display;
}

/** The last check in plain words, for somebody whose data it is about. */
export function EvidenceSummary({ evidence, display }: EvidenceSummaryProps) {
  const t = translator('security');
  if (!evidence) return <EmptyState icon={<ShieldCheck />} title={t('never.title')} text={t('never.text')} />;
  const { payload, keyId } = evidence.signed;
  return (
    <div className="grid min-w-0 items-start gap-x-10 gap-y-8 lg:grid-cols-2">
      <Section title={t('check.title')} description={t('check.text')}>
        <Card className="grid gap-4">
          <Verdict payload={payload} />
          <Facts payload={payload} keyId={keyId} valid={evidence.signatureValid} display={display} />
        </Card>
      </Section>
      <Section title={t('tried.title')} description={t('tried.text')}>
        <Tried payload={payload} locale={display.locale} />
      </Section>
    </div>
  );
}

function Verdict({ payload: { leaks, drift, attempts, tables } }: { payload: Evidence }) {
  const t = translator('security');
  const clean = leaks + drift === 0;
  const Icon = clean ? ShieldCheck : ShieldAlert;
  return (
    <div className="flex gap-3">
      <Icon
        aria-hidden="true"
        className={`mt-0.5 size-5 shrink-0 ${clean ? 'text-positive-text' : 'text-warning-text'}`}
      />
      <div className="grid gap-1">
        <p className="text-md font-semibold">{t(clean ? 'check.clean' : 'check.unclean')}</p>
        <p className="text-muted">
          {clean ? t('check.cleanText', { attempts, tables: Object.keys(tables).length }) : t('check.uncleanText')}
        </p>
      </div>
    </div>
  );
}

interface FactsProps {
  payload: Evidence;
  keyId: string;
  valid: boolean;
  display: Display;
}

function Facts({ payload, keyId, valid, display }: FactsProps) {
  const t = translator('security');
  const number = new Intl.NumberFormat(display.locale);
  const count = (value: number): string => (value === 0 ? t('check.none') : number.format(value));
  return (
    <KeyValueList
      items={[
        { label: t('check.at'), value: <RelativeTime at={payload.finishedAt} {...display} /> },
        { label: t('check.leaks'), value: count(payload.leaks) },
        { label: t('check.drift'), value: count(payload.drift) },
        {
          label: t('check.signature'),
          value: (
            <StatusBadge tone={valid ? 'positive' : 'warning'} label={t(valid ? 'check.valid' : 'check.invalid')} />
          ),
        },
        { label: t('check.key'), value: <code className="text-sm break-all">{keyId}</code> },
      ]}
    />
  );
}

function Tried({ payload, locale }: { payload: Evidence; locale: string }) {
  const t = translator('security');
  const number = new Intl.NumberFormat(locale);
  return (
    <TableFrame role="region" aria-label={t('tried.list')}>
      <Table>
        <thead>
          <tr>
            <Th>{t('tried.what')}</Th>
            <Th align="end">{t('tried.attempts')}</Th>
            <Th align="end">{t('tried.leaks')}</Th>
          </tr>
        </thead>
        <tbody>
          {operations.map((operation) => {
            const { attempts, leaks } = payload.operations[operation];
            return (
              <Tr key={operation}>
                <Td>{t(`tried.operation.${operation}`)}</Td>
                <Td align="end">{number.format(attempts)}</Td>
                <Td align="end">{leaks === 0 ? t('check.none') : number.format(leaks)}</Td>
              </Tr>
            );
          })}
        </tbody>
      </Table>
    </TableFrame>
  );
}
