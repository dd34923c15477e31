'use client';

import { useTranslations } from 'use-intl';
import { KeyValueList } from '@/components/ui/key-value';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { StatusBadge } from '@/components/ui/status-badge';
import { certificateNote } from '@/lib/features/domains/rules';
import { subjects, type CertificateState, type DomainDetail } from '@/lib/features/domains/schema';
import { stateTones, type Display } from './domain-types';
import { useStateWords } from './use-state-words';

/** The three states of a domain, each with the moment since when it is so. */
export function DomainStates({ domain, display }: { domain: DomainDetail; display: Display }) {
  const t = useTranslations('domains');
  const word = useStateWords();
  const date = new Intl.DateTimeFormat(display.locale, { dateStyle: 'long', timeZone: display.timeZone });
  const { certificateFacts: facts } = domain;
  const shown = shownCertificate(domain);
  return (
    <Section title={t('states.title')}>
      <KeyValueList
        items={subjects.map((subject) => ({
          label: t(`states.${subject}`),
          value: (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {subject === 'certificate' ? (
                <StatusBadge tone={shown === 'refused' ? 'warning' : stateTones[shown]} label={word(subject, shown)} />
              ) : (
                <StatusBadge tone={stateTones[domain[subject].state]} label={word(subject, domain[subject].state)} />
              )}
              <span className="text-sm text-muted">
                {t('states.since')} <RelativeTime at={domain[subject].since} {...display} />
              </span>
              {subject === 'certificate' && facts && (
                <span className="text-sm text-muted">
                  {t('states.validTo', { issuer: facts.issuer, date: date.format(new Date(facts.validTo)) })}
                </span>
              )}
              {subject === 'certificate' && <CertificateNote domain={domain} display={display} />}
            </span>
          ),
        }))}
      />
    </Section>
  );
}

/** Nothing is being made that nobody has asked for, or may have. */
function shownCertificate(domain: DomainDetail): CertificateState | 'refused' {
  if (domain.certificate.state !== 'waiting') return domain.certificate.state;
  const note = certificateNote(domain);
  if (note?.key === 'certificateRefused') return 'refused';
  return note?.key === 'certificateUnasked' ? 'none' : 'waiting';
}

/** Why there is none yet: asked for and not issued, not asked for, or refused until some moment. */
function CertificateNote({ domain, display: { locale, timeZone } }: { domain: DomainDetail; display: Display }) {
  const t = useTranslations('domains.states');
  const note = certificateNote(domain);
  if (note === null) return null;
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const at = 'at' in note ? moment.format(new Date(note.at)) : '';
  return (
    <span className="basis-full text-sm text-muted">
      <span className="block max-w-prose">{t(note.key, { at, limit: domain.certificateLedger.limit })}</span>
    </span>
  );
}
