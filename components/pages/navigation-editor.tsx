'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { SaveBar } from '@/components/ui/save-bar';
import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import { useToast } from '@/components/ui/toast';
import type { PageSummary } from '@/lib/features/pages/schema';
import { navigationSchema, type ChangeNavigation, type Navigation } from '@/lib/features/site/schema';
import { NavigationList } from './navigation-list';
import { toItems, toRows, type Row } from './navigation-rows';
import { SiteTabs } from './site-tabs';

interface NavigationEditorProps {
  initial: Navigation;
  updatedAt: string | null;
  pages: readonly PageSummary[];
  canManage: boolean;
  change: Act<ChangeNavigation, { updatedAt: string }>;
}

/** Null: all pages, as they are. */
type Lists = Record<'header' | 'footer', Row[] | null>;

/** What the menus of the site lead to. */
export function NavigationEditor({ initial, updatedAt, pages, canManage, change }: NavigationEditorProps) {
  const t = useTranslations('pages');
  const toast = useToast();
  const prefix = useId();
  const { sentence, field } = useFailureText();
  const [stored, setStored] = useState({ lists: read(initial, prefix), updatedAt });
  const [lists, setLists] = useState(stored.lists);
  const [problem, setProblem] = useState<string>();
  const dirty = JSON.stringify(written(lists)) !== JSON.stringify(written(stored.lists));
  const save = useAct(change, {
    onDone: (data) => {
      setStored({ lists, updatedAt: data.updatedAt });
      toast.done(t('navigation.saved'));
    },
    onRefused: (failure) => setProblem(sentence(failure)),
  });

  function edit(place: 'header' | 'footer', rows: Row[] | null) {
    setLists({ ...lists, [place]: rows });
    setProblem(undefined);
  }

  function submit() {
    const parsed = navigationSchema.safeParse(written(lists));
    if (!parsed.success) return setProblem(field(parsed.error.issues[0]?.message));
    save.mutate({ ...parsed.data, updatedAt: stored.updatedAt });
  }

  return (
    <div className="grid gap-6">
      <SiteTabs description={t('navigation.description')} />
      {(['header', 'footer'] as const).map((place) => (
        <Section key={place} title={t(`navigation.${place}`)} layout="split">
          <div className="grid grid-cols-1 gap-4">
            {canManage && (
              <Segmented
                label={t('navigation.how')}
                value={lists[place] === null ? 'automatic' : 'custom'}
                onChange={(how) => edit(place, how === 'automatic' ? null : topPages(pages, prefix))}
                options={[
                  { value: 'automatic', label: t('navigation.automatic') },
                  { value: 'custom', label: t('navigation.custom') },
                ]}
              />
            )}
            <NavigationList
              rows={lists[place] ?? topPages(pages, prefix)}
              pages={pages}
              locked={!canManage || lists[place] === null}
              onChange={(rows) => edit(place, rows)}
            />
          </div>
        </Section>
      ))}
      {canManage && (
        <SaveBar
          state={save.isPending ? 'saving' : problem !== undefined ? 'failed' : dirty ? 'dirty' : 'clean'}
          saveLabel={t('navigation.save')}
          problem={problem}
          onSave={submit}
          onDiscard={() => {
            setLists(stored.lists);
            setProblem(undefined);
          }}
        />
      )}
    </div>
  );
}

function read({ header, footer }: Navigation, prefix: string): Lists {
  let count = 0;
  const makeKey = () => `${prefix}${count++}`;
  return { header: header && toRows(header, makeKey), footer: footer && toRows(footer, makeKey) };
}

function written({ header, footer }: Lists): Navigation {
  return { header: header && toItems(header), footer: footer && toItems(footer) };
}

/** What a site shows by itself; where somebody's own list begins. */
function topPages(pages: readonly PageSummary[], prefix: string): Row[] {
  return pages
    .filter(({ parentId, slug }) => parentId === null && slug !== 'home')
    .slice(0, 12)
    .map(({ id }) => ({ key: `${prefix}-${id}`, nested: false, kind: 'page', pageId: id, url: '', label: '' }));
}
