'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { SidePanel } from '@/components/ui/side-panel';
import { Textarea } from '@/components/ui/textarea';
import { useToast } from '@/components/ui/toast';
import type { MemberRole } from '@/lib/core/access/roles';
import { assignableRoles, parseAddresses } from '@/lib/features/members/rules';
import type { InviteAction, MembersViewer, Places } from './member-types';

interface InvitePanelProps {
  open: boolean;
  onClose: () => void;
  viewer: MembersViewer;
  places: Places;
  invite: InviteAction;
}

export function InvitePanel(props: InvitePanelProps) {
  const t = useTranslations('members');
  const formId = useId();
  const [count, setCount] = useState(0);
  const [pending, setPending] = useState(false);
  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      locked={pending}
      title={t('inviteForm.title')}
      description={t('inviteForm.text')}
      footer={
        <Button type="submit" form={formId} variant="primary" pending={pending}>
          {t('inviteForm.submit', { count })}
        </Button>
      }
    >
      <InviteForm {...props} formId={formId} onCount={setCount} onPending={setPending} />
    </SidePanel>
  );
}

interface InviteFormProps extends InvitePanelProps {
  formId: string;
  onCount: (count: number) => void;
  onPending: (pending: boolean) => void;
}

/** Mounted only while the panel is open: what was typed does not come back with the next opening, but survives a refusal. */
function InviteForm({ formId, viewer, places, invite, onClose, onCount, onPending }: InviteFormProps) {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  const toast = useToast();
  const { sentence, field } = useFailureText();
  const [text, setText] = useState('');
  const [role, setRole] = useState<MemberRole>('user');
  const [problem, setProblem] = useState<string>();
  const { emails, faulty } = parseAddresses(text);
  const act = useAct(invite, {
    stale: 'members',
    onDone: ({ invited }, input) => {
      onPending(false);
      onClose();
      toast.done(t('done.invited', { count: invited, email: input.emails[0] ?? '' }));
    },
    onRefused: (failure) => {
      onPending(false);
      setProblem(field(Object.values(failure.fields ?? {})[0]) ?? sentence(failure));
    },
  });

  function change(next: string) {
    setText(next);
    setProblem(undefined);
    onCount(parseAddresses(next).emails.length);
  }

  function submit() {
    if (faulty.length > 0) return setProblem(t('inviteForm.faulty', { list: faulty.join(', ') }));
    if (emails.length === 0) return setProblem(field('required'));
    onPending(true);
    act.mutate({ emails, role });
  }

  const full = places.limit !== null && places.active + places.invited >= places.limit;
  return (
    <form
      id={formId}
      className="grid gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!act.isPending) submit();
      }}
    >
      {full && <Callout tone="warning">{t('inviteForm.full')}</Callout>}
      <Field
        label={t(viewer.bulkInvite ? 'inviteForm.addresses' : 'inviteForm.address')}
        help={
          viewer.bulkInvite
            ? `${t('inviteForm.addressesHelp')} ${t('inviteForm.found', { count: emails.length })}`
            : undefined
        }
        error={problem}
      >
        {(control) =>
          viewer.bulkInvite ? (
            <Textarea
              {...control}
              rows={4}
              value={text}
              spellCheck={false}
              autoCapitalize="none"
              autoComplete="off"
              onChange={(event) => change(event.target.value)}
            />
          ) : (
            <Input
              {...control}
              type="email"
              value={text}
              autoComplete="off"
              onChange={(event) => change(event.target.value)}
            />
          )
        }
      </Field>
      <RadioGroup
        legend={t('inviteForm.role')}
        name="invite-role"
        look="cards"
        value={role}
        onChange={(event) =>
          setRole(assignableRoles(viewer.role).find((each) => each === event.target.value) ?? 'user')
        }
        options={assignableRoles(viewer.role).map((value) => ({
          value,
          label: roles(value),
          hint: roles(`${value}Help`),
        }))}
      />
      <p className="text-sm text-muted tabular">
        {places.limit === null
          ? t('placesUnlimited', { used: places.active + places.invited })
          : t('places', { used: places.active + places.invited, limit: places.limit })}
      </p>
    </form>
  );
}
