import { Callout } from '@/components/ui/callout';
import { LinkButton } from '@/components/ui/link-button';
import type { RunSummary } from '@/lib/features/canary/schema';
import { translator } from '@/lib/messages/translator';

/** The newest run's findings, whichever run the page shows. */
export function CanaryAlert({ latest, shownId }: { latest: RunSummary; shownId: string | undefined }) {
  const t = translator('health');
  const count = latest.leaks + latest.drift;
  if (count === 0) return null;
  return (
    <Callout
      tone="negative"
      title={t('alert.title', { count })}
      action={latest.id === shownId ? undefined : <LinkButton href="/health">{t('alert.action')}</LinkButton>}
    >
      {t('alert.text')}
    </Callout>
  );
}
