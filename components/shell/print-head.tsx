'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { BrandLogo } from './brand-logo';
import type { ShellBrand } from './shell-types';

interface PrintHeadProps {
  brand: ShellBrand;
  tenant: string;
  title: string;
  /** What time the page is about. */
  period?: string;
  locale: string;
  /** The tenant's. */
  timeZone: string;
  /** The server's moment of rendering, ISO 8601. */
  now: string;
}

/** The head of a page on paper: whose it is, what it is about, when it was printed. On a screen it takes no room. */
export function PrintHead({ brand, tenant, title, period, locale, timeZone, now }: PrintHeadProps) {
  const t = useTranslations('shell');
  const printedAt = usePrintedAt(now);
  const written = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    printedAt,
  );
  const facts = [
    { label: t('print.tenant'), value: tenant },
    ...(period === undefined ? [] : [{ label: t('print.period'), value: period }]),
    { label: t('print.printed'), value: `${written} (${timeZone.replaceAll('_', ' ')})` },
  ];
  return (
    <div data-print-head="" className="mb-6 hidden border-b-2 border-brand pb-4 print:block">
      <div className="mb-4 flex items-center justify-between gap-6">
        <BrandLogo brand={brand} />
        <span className="text-sm text-muted">{title}</span>
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
        {facts.map(({ label, value }) => (
          <div key={label} className="flex gap-2">
            <dt className="text-muted">{label}</dt>
            <dd className="font-medium" suppressHydrationWarning>
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The moment of printing, which may be long after that of loading. Paper is white: the theme is light while it prints. */
function usePrintedAt(now: string): Date {
  const [printedAt, setPrintedAt] = useState(() => new Date(now));
  useEffect(() => {
    const root = document.documentElement;
    let theme: string | undefined;
    const before = () => {
      theme = root.dataset.theme;
      root.dataset.theme = 'light';
      setPrintedAt(new Date());
    };
    const after = () => {
      if (theme !== undefined) root.dataset.theme = theme;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printedAt;
}
