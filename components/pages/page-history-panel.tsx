'use client';

import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { SidePanel } from '@/components/ui/side-panel';
import { useToast } from '@/components/ui/toast';
import type { EditablePage } from '@/lib/features/pages/schema';
import type { EditorActions, Surroundings } from './page-types';

interface PageHistoryPanelProps {
  page: EditablePage;
  surroundings: Surroundings;
  restore: EditorActions['restore'];
  onClose: () => void;
}

/** What the page was; an earlier state comes back as a draft, never straight to visitors. */
export function PageHistoryPanel({
  page,
  surroundings: { versions, display },
  restore,
  onClose,
}: PageHistoryPanelProps) {
  const t = useTranslations('pages');
  const toast = useToast();
  const act = useAct(restore, {
    stale: 'pages',
    onDone: (_data, { versionId }) => {
      toast.done(t('restored', { number: versions.find(({ id }) => id === versionId)?.number ?? 0 }));
      onClose();
    },
  });
  return (
    <SidePanel open onClose={onClose} title={t('history.title')} description={t('history.description')}>
      {versions.length === 0 && <p className="text-muted">{t('history.empty')}</p>}
      <ol className="divide-y divide-border">
        {versions.map(({ id, number, title, publishedAt, publishedByName }) => (
          <li key={id} className="flex items-center gap-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="font-medium wrap-anywhere">{title}</p>
              <p className="text-sm text-muted">
                {t('history.version', { number })} · <RelativeTime at={publishedAt} {...display} />{' '}
                {t('by', { name: publishedByName })}
              </p>
            </div>
            <Button
              variant="secondary"
              disabled={act.isPending}
              onClick={() => act.mutate({ id: page.id, updatedAt: page.updatedAt, versionId: id })}
            >
              {t('history.restore')}
            </Button>
          </li>
        ))}
      </ol>
    </SidePanel>
  );
}
