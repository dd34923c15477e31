'use client';

import { useRef } from 'react';
import clsx from 'clsx';
import { ArrowDown, ArrowUp, CornerDownRight, CornerUpLeft, GripVertical, Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { pagePath } from '@/lib/features/pages/rules';
import type { PageSummary } from '@/lib/features/pages/schema';
import { moveRow, type Row } from './navigation-rows';
import { useRowDrag } from './use-row-drag';

interface NavigationListProps {
  rows: readonly Row[];
  pages: readonly PageSummary[];
  locked: boolean;
  onChange: (rows: Row[]) => void;
}

/** The links of one menu. Everything is a button, so that it works by keyboard; by hand a row can be dragged as well. */
export function NavigationList({ rows, pages, locked, onChange }: NavigationListProps) {
  const t = useTranslations('pages');
  const titles = new Map(pages.map(({ id, title }) => [id, title]));
  const nameOf = (row: Row): string =>
    row.label || (row.kind === 'page' ? (titles.get(row.pageId) ?? t('navigation.gone')) : t('navigation.newLink'));
  const edit = (key: string, changes: Partial<Row>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  const add = (row: Partial<Row>) =>
    onChange([
      ...rows,
      { key: crypto.randomUUID(), nested: false, kind: 'page', pageId: '', url: '', label: '', ...row },
    ]);
  const [first] = pages;
  const list = useRef<HTMLUListElement>(null);
  const drag = useRowDrag(list, rows, onChange);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      {rows.length === 0 && <p className="text-muted">{t('navigation.empty')}</p>}
      <ul ref={list} className="grid grid-cols-1 gap-2">
        {rows.map((row, index) => (
          <li
            key={row.key}
            style={{ transform: drag.transformOf(index) }}
            className={clsx(
              'flex gap-2 rounded-md border bg-raised p-2',
              drag.isHeld(index) ? 'relative z-10 border-accent shadow-overlay' : 'border-border',
              drag.isActive && !drag.isHeld(index) && 'transition-transform motion-reduce:transition-none',
              drag.nestedAt(index) && 'ms-8',
            )}
          >
            {!locked && (
              // For the pointer alone: who has none, has the buttons.
              <span
                aria-hidden="true"
                title={t('navigation.drag')}
                className={clsx(
                  'grid w-6 shrink-0 touch-none place-items-center rounded-sm text-subtle select-none hover:bg-hover hover:text-text',
                  drag.isActive ? 'cursor-grabbing' : 'cursor-grab',
                )}
                {...drag.handlesOf(row.key)}
              >
                <GripVertical className="size-4" />
              </span>
            )}
            <div
              className={clsx(
                'grid min-w-0 flex-1 grid-cols-1 gap-2',
                locked ? 'md:grid-cols-2' : 'md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]',
              )}
            >
              {row.kind === 'page' ? (
                <Select
                  aria-label={t('navigation.page')}
                  disabled={locked}
                  value={row.pageId}
                  onChange={({ target }) => edit(row.key, { pageId: target.value })}
                  options={[
                    ...(titles.has(row.pageId) ? [] : [{ value: row.pageId, label: t('navigation.gone') }]),
                    ...pages.map(({ id, title, path }) => ({ value: id, label: `${title} (${pagePath(path)})` })),
                  ]}
                />
              ) : (
                <Input
                  aria-label={t('navigation.url')}
                  type="url"
                  placeholder="https://"
                  disabled={locked}
                  value={row.url}
                  onChange={({ target }) => edit(row.key, { url: target.value })}
                />
              )}
              <Input
                aria-label={t('navigation.label')}
                placeholder={nameOf(row)}
                disabled={locked}
                value={row.label}
                onChange={({ target }) => edit(row.key, { label: target.value })}
              />
              {!locked && (
                <div className="flex gap-0.5">
                  <IconButton
                    label={t('navigation.up', { label: nameOf(row) })}
                    icon={<ArrowUp aria-hidden="true" />}
                    disabled={index === 0}
                    onClick={() => onChange(moveRow(rows, row.key, -1))}
                  />
                  <IconButton
                    label={t('navigation.down', { label: nameOf(row) })}
                    icon={<ArrowDown aria-hidden="true" />}
                    disabled={index === rows.length - 1}
                    onClick={() => onChange(moveRow(rows, row.key, 1))}
                  />
                  <IconButton
                    label={t(row.nested ? 'navigation.out' : 'navigation.under', { label: nameOf(row) })}
                    icon={
                      row.nested ? (
                        <CornerUpLeft aria-hidden="true" className="rtl:-scale-x-100" />
                      ) : (
                        <CornerDownRight aria-hidden="true" className="rtl:-scale-x-100" />
                      )
                    }
                    disabled={index === 0}
                    onClick={() => edit(row.key, { nested: !row.nested })}
                  />
                  <IconButton
                    label={t('navigation.remove', { label: nameOf(row) })}
                    icon={<X aria-hidden="true" />}
                    onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
                  />
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {!locked && (
        <div className="flex flex-wrap gap-2">
          {first && (
            <Button variant="secondary" onClick={() => add({ pageId: first.id })}>
              <Plus aria-hidden="true" />
              {t('navigation.addPage')}
            </Button>
          )}
          <Button variant="secondary" onClick={() => add({ kind: 'link' })}>
            <Plus aria-hidden="true" />
            {t('navigation.addLink')}
          </Button>
        </div>
      )}
    </div>
  );
}
