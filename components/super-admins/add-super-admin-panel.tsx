'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormSummary } from '@/components/ui/form-summary';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { addSuperAdminSchema, superAdminRoleNames, type AddSuperAdmin } from '@/lib/features/super-admins/schema';
import type { SuperAdminActions } from './super-admin-types';

interface AddProps {
  add: SuperAdminActions['add'];
  onClose: () => void;
}

/** First the form, then the link that is shown only once. */
export function AddSuperAdminPanel({ open, add, onClose }: AddProps & { open: boolean }) {
  const t = useTranslations('console');
  const [link, setLink] = useState<string | null>(null);
  const close = () => {
    setLink(null);
    onClose();
  };
  const words = link === null ? (['addTitle', 'addText'] as const) : (['linkTitle', 'linkText'] as const);
  return (
    <Dialog open={open} onClose={close} title={t(`superAdmins.${words[0]}`)} description={t(`superAdmins.${words[1]}`)}>
      {link === null ? (
        <AddForm add={add} onClose={close} onAdded={setLink} />
      ) : (
        <div className="grid gap-4">
          <CopyField wrap value={link} label={t('superAdmins.link')} />
          <div className="flex justify-end">
            <Button variant="primary" onClick={close}>
              {t('superAdmins.close')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function AddForm({ add, onClose, onAdded }: AddProps & { onAdded: (link: string) => void }) {
  const t = useTranslations('console');
  const roles = useTranslations('roles');
  const { sentence, field } = useFailureText();
  const [values, setValues] = useState<AddSuperAdmin>({ name: '', email: '', role: 'support' });
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string>();
  const act = useAct(add, {
    onDone: ({ passwordUrl }) => onAdded(passwordUrl),
    onRefused: (failure) => {
      setProblems(failure.fields ?? {});
      setRefusal(failure.fields ? undefined : sentence(failure));
    },
  });

  function submit() {
    const parsed = addSuperAdminSchema.safeParse(values);
    setRefusal(undefined);
    setProblems(Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message])));
    if (parsed.success) act.mutate(parsed.data);
  }

  const set = (change: Partial<AddSuperAdmin>) => setValues((before) => ({ ...before, ...change }));
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FormSummary problems={refusal === undefined ? [] : [{ message: refusal }]} />
      <Field label={t('superAdmins.name')} error={field(problems.name)}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={values.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('superAdmins.email')} error={field(problems.email)}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="off"
            value={values.email}
            onChange={(event) => set({ email: event.target.value })}
          />
        )}
      </Field>
      <RadioGroup
        legend={t('superAdmins.role')}
        name="role"
        look="cards"
        options={superAdminRoleNames.map((role) => ({
          value: role,
          label: roles(role),
          hint: t(`superAdmins.roleHelp.${role}`),
        }))}
        value={values.role}
        onChange={(event) =>
          set({ role: superAdminRoleNames.find((role) => role === event.target.value) ?? 'support' })
        }
      />
      <div className="flex flex-wrap-reverse justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          {t('superAdmins.cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={act.isPending}>
          {t('superAdmins.add')}
        </Button>
      </div>
    </form>
  );
}
