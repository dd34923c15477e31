import { Card } from '@/components/ui/card';
import { StatusBadge } from '@/components/ui/status-badge';
import { Section } from '@/components/ui/section';
import type { Tone } from '@/components/ui/tone';
import { translator } from '@/lib/messages/translator';

interface ServiceStatesProps {
  database: 'ok' | 'unreachable' | 'pending' | 'newer';
  migrations: 'ok' | 'unreachable' | 'pending' | 'newer';
  workerAlive: boolean;
}

export function ServiceStates({ database, migrations, workerAlive }: ServiceStatesProps) {
  const t = translator('health');
  const answers = database === 'ok';
  const states: { name: string; tone: Tone; label: string }[] = [
    {
      name: t('service.database'),
      tone: answers ? 'positive' : 'negative',
      label: t(answers ? 'database.ok' : 'database.unreachable'),
    },
    {
      name: t('service.migrations'),
      tone: migrations === 'ok' ? 'positive' : 'negative',
      label: t(`migrations.${migrations}`),
    },
    {
      name: t('service.worker'),
      tone: workerAlive ? 'positive' : 'negative',
      label: t(workerAlive ? 'worker.alive' : 'worker.down'),
    },
  ];
  return (
    <Section title={t('services')}>
      <Card padded={false}>
        <dl className="grid divide-y divide-border md:grid-cols-3 md:divide-x md:divide-y-0">
          {states.map(({ name, tone, label }) => (
            <div
              key={name}
              className="flex items-center justify-between gap-4 px-4 py-3 md:grid md:justify-start md:gap-1"
            >
              <dt className="text-sm text-muted">{name}</dt>
              <dd className="font-medium">
                <StatusBadge tone={tone} label={label} />
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  );
}
