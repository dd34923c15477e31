'use client';

import { ChartNoAxesColumn, LayoutGrid, Settings, Users } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { buttonStyle } from '@/components/ui/button-style';
import { PreviewLogo, type PreviewBrand } from './preview-logo';

const BARS = [38, 52, 47, 61, 58, 34, 29, 55, 66, 63, 74, 81, 52, 45];

export function PreviewPortal({ brand }: { brand: PreviewBrand }) {
  const t = useTranslations('branding.preview.sample');
  const rows = t('memberRows').split('|');
  const people = rows.flatMap((name, index) => (index % 2 === 0 ? [{ name, role: rows[index + 1] ?? '' }] : []));
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)] @2xl:grid-cols-[12.5rem_minmax(0,1fr)]">
      <div className="grid content-start gap-3 border-e border-border bg-sunken p-2 @max-2xl:hidden">
        <div className="flex h-9 min-w-0 items-center px-2">
          <PreviewLogo brand={brand} size="bar" />
        </div>
        <ul className="grid gap-px">
          <Entry icon={<LayoutGrid />} text={t('overview')} />
          <Entry icon={<Users />} text={t('members')} current />
          <Entry icon={<ChartNoAxesColumn />} text={t('usage')} />
          <Entry icon={<Settings />} text={t('settings')} />
        </ul>
      </div>
      <div className="grid min-w-0 content-start gap-5 p-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-lg font-semibold tracking-tight">{t('members')}</p>
          <span className={buttonStyle('primary')}>{t('invite')}</span>
        </div>
        <div className="rounded-lg border border-border bg-raised">
          {people.map(({ name, role }) => (
            <div key={name} className="flex h-row items-center gap-3 border-b border-border px-3 last:border-b-0">
              <Avatar name={name} />
              <span className="min-w-0 flex-1 truncate text-accent-text">{name}</span>
              <span className="text-muted">{role}</span>
              <span className="rounded-sm bg-positive-soft px-1.5 text-sm text-positive-text">{t('active')}</span>
            </div>
          ))}
        </div>
        <div className="grid gap-3 rounded-lg border border-border bg-raised p-4">
          <div className="grid gap-0.5">
            <span className="text-sm text-muted">{t('requests')}</span>
            <span className="text-xl font-semibold tracking-tight tabular">{t('requestsValue')}</span>
            <span className="text-sm text-muted">{t('requestsDelta')}</span>
          </div>
          <div className="flex h-20 items-end gap-1">
            {BARS.map((height, index) => (
              <span key={index} style={{ height: `${height}%` }} className="flex-1 rounded-t-sm bg-accent" />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function Entry({ icon, text, current = false }: { icon: React.ReactNode; text: string; current?: boolean }) {
  return (
    <li
      className={`flex h-8 items-center gap-2 rounded-md px-2 [&_svg]:size-4 [&_svg]:shrink-0 ${current ? 'bg-accent-soft font-medium text-accent-text' : 'text-muted'}`}
    >
      {icon}
      <span className="truncate">{text}</span>
    </li>
  );
}
