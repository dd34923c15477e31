'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SidePanel } from '@/components/ui/side-panel';
import { Textarea } from '@/components/ui/textarea';
import {
  announcementPlaces,
  announcementTones,
  createAnnouncementSchema,
  type AnnouncementPlace,
  type AnnouncementTone,
  type CreateAnnouncement,
} from '@/lib/features/site/schema';
import { ZonedInput } from './zoned-input';

interface AnnouncementPanelProps {
  initial: CreateAnnouncement;
  isNew: boolean;
  zone: string;
  pending: boolean;
  refused: Record<string, string>;
  onSave: (input: CreateAnnouncement) => void;
  onClose: () => void;
}

export function AnnouncementPanel(props: AnnouncementPanelProps) {
  const { initial, isNew, zone, pending, refused, onSave, onClose } = props;
  const t = useTranslations('pages');
  const { field } = useFailureText();
  const [draft, setDraft] = useState(initial);
  const [found, setFound] = useState<Record<string, string>>({});
  const problems = { ...refused, ...found };
  const edit = (changes: Partial<CreateAnnouncement>) => setDraft({ ...draft, ...changes });

  function save() {
    const parsed = createAnnouncementSchema.safeParse(draft);
    if (parsed.success) return onSave(parsed.data);
    setFound(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message])));
  }

  return (
    <SidePanel
      open
      onClose={onClose}
      title={t(isNew ? 'announcements.new' : 'announcements.edit')}
      footer={
        <Button variant="primary" pending={pending} onClick={save}>
          {t('announcements.save')}
        </Button>
      }
    >
      <div className="grid gap-5">
        <Field label={t('announcements.text')} error={field(problems.text)}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              value={draft.text}
              onChange={({ target }) => edit({ text: target.value })}
            />
          )}
        </Field>
        <Field label={t('announcements.tone')} error={field(problems.tone)}>
          {(control) => (
            <Select
              {...control}
              value={draft.tone}
              onChange={({ target }) => edit({ tone: target.value as AnnouncementTone })}
              options={announcementTones.map((tone) => ({ value: tone, label: t(`announcements.tones.${tone}`) }))}
            />
          )}
        </Field>
        <Field
          label={t('announcements.place')}
          help={draft.place === 'site' ? undefined : t('announcements.placeHelp')}
          error={field(problems.place)}
        >
          {(control) => (
            <Select
              {...control}
              value={draft.place}
              onChange={({ target }) => edit({ place: target.value as AnnouncementPlace })}
              options={announcementPlaces.map((place) => ({ value: place, label: t(`announcements.places.${place}`) }))}
            />
          )}
        </Field>
        <Field label={t('announcements.linkUrl')} error={field(problems.linkUrl)}>
          {(control) => (
            <Input
              {...control}
              type="url"
              placeholder="https://"
              value={draft.linkUrl}
              onChange={({ target }) => edit({ linkUrl: target.value })}
            />
          )}
        </Field>
        <Field label={t('announcements.linkLabel')} error={field(problems.linkLabel)}>
          {(control) => (
            <Input {...control} value={draft.linkLabel} onChange={({ target }) => edit({ linkLabel: target.value })} />
          )}
        </Field>
        <Field
          label={t('announcements.startsAt')}
          help={`${t('announcements.now')} ${t('announcements.zone', { zone })}`}
          error={field(problems.startsAt)}
        >
          {(control) => (
            <ZonedInput
              control={control}
              value={draft.startsAt}
              timeZone={zone}
              onChange={(startsAt) => edit({ startsAt })}
            />
          )}
        </Field>
        <Field label={t('announcements.endsAt')} help={t('announcements.never')} error={field(problems.endsAt)}>
          {(control) => (
            <ZonedInput
              control={control}
              value={draft.endsAt}
              timeZone={zone}
              onChange={(endsAt) => edit({ endsAt })}
            />
          )}
        </Field>
      </div>
    </SidePanel>
  );
}
