'use client';

import { useState } from 'react';
import { Megaphone, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText, type Failure } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import { useToast } from '@/components/ui/toast';
import { announcementPhase } from '@/lib/features/site/rules';
import type { Announcement, ChangeAnnouncement, CreateAnnouncement } from '@/lib/features/site/schema';
import { AnnouncementPanel } from './announcement-panel';
import type { Display } from './page-types';
import { SiteTabs } from './site-tabs';

interface AnnouncementsViewProps {
  announcements: readonly Announcement[];
  canManage: boolean;
  display: Display;
  siteZone: string;
  actions: {
    create: Act<CreateAnnouncement, { id: string }>;
    change: Act<ChangeAnnouncement, { updatedAt: string }>;
    remove: Act<{ id: string }, void>;
  };
}

const EMPTY: CreateAnnouncement = {
  text: '',
  tone: 'info',
  place: 'site',
  linkUrl: '',
  linkLabel: '',
  startsAt: null,
  endsAt: null,
};

export function AnnouncementsView({ announcements, canManage, display, siteZone, actions }: AnnouncementsViewProps) {
  const t = useTranslations('pages');
  const toast = useToast();
  const { sentence } = useFailureText();
  const [editing, setEditing] = useState<Announcement | 'new' | null>(null);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const done = { onDone: () => close('announcements.saved'), onRefused: refuse };
  const create = useAct(actions.create, done);
  const change = useAct(actions.change, done);
  const remove = useAct(actions.remove, { onDone: () => toast.done(t('announcements.deleted')) });

  function close(word: 'announcements.saved') {
    toast.done(t(word));
    setEditing(null);
  }

  function refuse(failure: Failure) {
    setRefused(failure.fields ?? {});
    if (!failure.fields) toast.problem(sentence(failure));
  }

  function open(which: Announcement | 'new') {
    setRefused({});
    setEditing(which);
  }

  const add = canManage && (
    <Button variant="primary" onClick={() => open('new')}>
      <Plus aria-hidden="true" />
      {t('announcements.new')}
    </Button>
  );
  return (
    <div className="grid gap-6">
      <SiteTabs description={t('announcements.description')} action={announcements.length > 0 && add} />
      {announcements.length === 0 && (
        <EmptyState
          icon={<Megaphone aria-hidden="true" />}
          title={t('announcements.emptyTitle')}
          text={t('announcements.emptyText')}
          action={add}
        />
      )}
      <ul className="divide-y divide-border">
        {announcements.map((one) => {
          const phase = announcementPhase(new Date(display.now), one.startsAt, one.endsAt);
          return (
            <li key={one.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-4">
              <div className="grid min-w-0 flex-1 basis-64 gap-1">
                <p className="font-medium wrap-anywhere">{one.text}</p>
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
                  <StatusBadge
                    tone={phase === 'shown' ? 'positive' : 'neutral'}
                    label={t(`announcements.phase.${phase}`)}
                  />
                  <span>{t(`announcements.places.${one.place}`)}</span>
                  {one.startsAt !== null && <RelativeTime at={one.startsAt} {...display} />}
                  {one.endsAt !== null && (
                    <>
                      – <RelativeTime at={one.endsAt} {...display} />
                    </>
                  )}
                </p>
              </div>
              {canManage && (
                <div className="flex gap-2">
                  <Button variant="secondary" onClick={() => open(one)}>
                    {t('announcements.edit')}
                  </Button>
                  <Button variant="ghost" disabled={remove.isPending} onClick={() => remove.mutate({ id: one.id })}>
                    {t('announcements.delete')}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {editing !== null && (
        <AnnouncementPanel
          initial={editing === 'new' ? EMPTY : wordsOf(editing)}
          isNew={editing === 'new'}
          zone={siteZone}
          pending={create.isPending || change.isPending}
          refused={refused}
          onClose={() => setEditing(null)}
          onSave={(input) => {
            if (editing === 'new') create.mutate(input);
            else change.mutate({ id: editing.id, updatedAt: editing.updatedAt, ...input });
          }}
        />
      )}
    </div>
  );
}

function wordsOf({ text, tone, place, linkUrl, linkLabel, startsAt, endsAt }: Announcement): CreateAnnouncement {
  return { text, tone, place, linkUrl, linkLabel, startsAt, endsAt };
}
