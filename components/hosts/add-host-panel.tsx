'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { AffixInput } from '@/components/ui/affix-input';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { useToast } from '@/components/ui/toast';
import { hostSlugSchema, surfaces, type HostSurface } from '@/lib/features/hosts/schema';
import type { HostActions } from './host-types';

interface AddHostProps {
  tenantId: string;
  suffixes: Record<HostSurface, string>;
  add: HostActions['add'];
  onClose: () => void;
}

export function AddHostPanel({ open, ...props }: AddHostProps & { open: boolean }) {
  const t = useTranslations('tenant');
  return (
    <Dialog open={open} onClose={props.onClose} title={t('hosts.addTitle')} description={t('hosts.addText')}>
      <AddHostForm {...props} />
    </Dialog>
  );
}

function AddHostForm({ tenantId, suffixes, add, onClose }: AddHostProps) {
  const t = useTranslations('tenant');
  const toast = useToast();
  const { sentence } = useFailureText();
  const words = t as unknown as { (key: string): string; has(key: string): boolean };
  const [surface, setSurface] = useState<HostSurface>('portal');
  const [slug, setSlug] = useState('');
  const [problem, setProblem] = useState<string>();
  const say = (message: string | undefined): string | undefined =>
    message !== undefined && words.has(`hosts.slug.${message}`) ? words(`hosts.slug.${message}`) : message;
  const act = useAct(add, {
    stale: 'tenants',
    onDone: ({ host }) => {
      toast.done(t('hosts.addDone', { host }));
      onClose();
    },
    onRefused: (failure) => setProblem(say(failure.fields?.slug) ?? sentence(failure)),
  });

  function submit() {
    const parsed = hostSlugSchema.safeParse(slug);
    setProblem(parsed.success ? undefined : say(parsed.error.issues[0]?.message));
    if (parsed.success) act.mutate({ tenantId, surface, slug: parsed.data });
  }

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <RadioGroup
        legend={t('hosts.surfaceLabel')}
        name="surface"
        options={surfaces.map((value) => ({ value, label: t(`hosts.${value}`) }))}
        value={surface}
        onChange={(event) => setSurface(event.target.value as HostSurface)}
      />
      <Field label={t('hosts.slugLabel')} help={t('hosts.slugHelp')} error={problem}>
        {(control) => (
          <AffixInput
            {...control}
            mono
            suffix={suffixes[surface]}
            value={slug}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setSlug(event.target.value.toLowerCase())}
          />
        )}
      </Field>
      <div className="flex flex-wrap-reverse justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          {t('hosts.cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={act.isPending}>
          {t('hosts.add')}
        </Button>
      </div>
    </form>
  );
}
