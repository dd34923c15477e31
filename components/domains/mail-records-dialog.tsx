'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useToast } from '@/components/ui/toast';
import type { DomainDetail } from '@/lib/features/domains/schema';
import type { DomainActions } from './domain-types';

interface MailRecordsProps {
  domain: DomainDetail;
  mail: DomainActions['mail'];
  onClose: () => void;
}

export function MailRecordsDialog({ open, ...props }: MailRecordsProps & { open: boolean }) {
  const t = useTranslations('domains');
  return (
    <Dialog
      open={open}
      onClose={props.onClose}
      title={t('mailTitle')}
      description={t('mailText', { domain: props.domain.display })}
    >
      <MailRecordsForm {...props} />
    </Dialog>
  );
}

function MailRecordsForm({ domain, mail, onClose }: MailRecordsProps) {
  const t = useTranslations('domains');
  const toast = useToast();
  const { sentence, field } = useFailureText();
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState<string>();
  const act = useAct(mail, {
    onDone: () => {
      toast.done(t('mailed', { email }));
      onClose();
    },
    onRefused: (failure) => setProblem(failure.fields?.email ? field('emailInvalid') : sentence(failure)),
  });
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(undefined);
        if (!act.isPending) act.mutate({ id: domain.id, email: email.trim() });
      }}
    >
      <Field label={t('mailTo')} error={problem}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap-reverse justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          {t('addForm.cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={act.isPending}>
          {t('mailSend')}
        </Button>
      </div>
    </form>
  );
}
