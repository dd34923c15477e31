import { translator } from '@/lib/messages/translator';

/** Says on every page that this browser sees a draft, and ends that. @param leave a server action */
export function PreviewBar({ leave }: { leave: () => Promise<void> }) {
  const t = translator('shell');
  return (
    <aside
      aria-label={t('brandPreview.label')}
      className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-b border-border bg-info-soft px-4 py-1.5 text-center text-sm text-info-text print:hidden"
    >
      <span>{t('brandPreview.text')}</span>
      <form action={leave}>
        <button type="submit" className="font-medium underline underline-offset-3">
          {t('brandPreview.leave')}
        </button>
      </form>
    </aside>
  );
}
