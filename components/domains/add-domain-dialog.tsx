'use client';

import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { useToast } from '@/components/ui/toast';
import { domainSurfaces, type DomainSurface } from '@/lib/features/domains/schema';
import type { ListActions } from './domain-types';

interface AddDomainProps {
  add: ListActions['add'];
  onClose: () => void;
}

export function AddDomainDialog({ open, ...props }: AddDomainProps & { open: boolean }) {
  const t = useTranslations('domains');
  return (
    <Dialog open={open} onClose={props.onClose} title={t('addForm.title')} description={t('addForm.text')}>
      <AddDomainForm {...props} />
    </Dialog>
  );
}

/** Mounted only while the dialog is open: what was typed does not come back with the next opening, but survives a refusal. */
function AddDomainForm({ add, onClose }: AddDomainProps) {
  const t = useTranslations('domains');
  const toast = useToast();
  const router = useRouter();
  const { sentence, field } = useFailureText();
  const [domain, setDomain] = useState('');
  const [surface, setSurface] = useState<DomainSurface>('portal');
  const [problem, setProblem] = useState<string>();
  const act = useAct(add, {
    stale: 'domains',
    onDone: ({ id, host }) => {
      toast.done(t('addForm.done', { domain: host }));
      onClose();
      router.push(`/domains/${id}`);
    },
    onRefused: (failure) => setProblem(field(failure.fields?.domain) ?? sentence(failure)),
  });

  function submit() {
    if (domain.trim() === '') return setProblem(field('required'));
    setProblem(undefined);
    act.mutate({ domain, surface });
  }

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!act.isPending) submit();
      }}
    >
      <Field label={t('addForm.domain')} help={t('addForm.help')} error={problem}>
        {(control) => (
          <Input
            {...control}
            mono
            value={domain}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            inputMode="url"
            onChange={(event) => setDomain(event.target.value)}
          />
        )}
      </Field>
      <RadioGroup
        legend={t('addForm.surface')}
        name="surface"
        look="cards"
        options={domainSurfaces.map((value) => ({
          value,
          label: t(`surface.${value}`),
          hint: t(`addForm.${value}Hint`),
        }))}
        value={surface}
        onChange={(event) => setSurface(event.target.value === 'site' ? 'site' : 'portal')}
      />
      <div className="flex flex-wrap-reverse justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          {t('addForm.cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={act.isPending}>
          {t('addForm.submit')}
        </Button>
      </div>
    </form>
  );
}
