import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import type { Finding } from '@/lib/features/site-code/schema';

/** A long list helps nobody: the same fault is often made many times. */
const SHOWN = 25;

/** What visitors will not get, where it stands and why. */
export function FindingsList({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations('siteCode');
  if (findings.length === 0) return null;
  return (
    <Callout tone="warning" title={t('takenOut', { count: findings.length })}>
      <ul className="grid gap-1.5">
        {findings.slice(0, SHOWN).map(({ field, line, what, reason }, at) => (
          <li key={at} className="grid gap-0.5">
            <span>
              {t('place', { part: t(`part.${field}`), line })}{' '}
              <code className="font-mono text-sm wrap-anywhere">{what}</code>
            </span>
            <span className="text-muted">{t(`reason.${reason}`)}</span>
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && <p className="pt-1.5">{t('more', { count: findings.length - SHOWN })}</p>}
    </Callout>
  );
}
