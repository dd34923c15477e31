'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { buttonStyle } from '@/components/ui/button-style';
import { Section } from '@/components/ui/section';
import { Table, TableFrame, Td, Th, Tr } from '@/components/ui/table';
import type { UsageOverview } from '@/lib/core/usage/schema';
import { ShareBar } from './share-bar';
import type { UsageFormat } from './usage-format';

interface BusiestListsProps {
  overview: UsageOverview;
  format: UsageFormat;
  /** Null where the plan or the role has no export. */
  csvHref: ((report: 'pages' | 'routes') => string) | null;
}

export function BusiestLists({ overview: { pages, routes }, format, csvHref }: BusiestListsProps) {
  const t = useTranslations('usage');
  const mostViews = pages[0]?.views ?? 0;
  const mostRequests = routes[0]?.requests ?? 0;
  const download = (report: 'pages' | 'routes') =>
    csvHref && <CsvLink href={csvHref(report)} what={t(`busiest.${report}`)} />;
  return (
    <div className="grid min-w-0 gap-x-4 gap-y-8 lg:grid-cols-2">
      <Section title={t('busiest.pages')} description={t('busiest.pagesText')} actions={download('pages')}>
        <TableFrame>
          <Table aria-label={t('busiest.pages')}>
            <thead>
              <tr>
                <Th>{t('busiest.page')}</Th>
                <Th align="end">{t('busiest.views')}</Th>
              </tr>
            </thead>
            <tbody>
              {pages.map((page) => (
                <Tr key={`${page.surface} ${page.route}`}>
                  <Td className="w-full max-w-0">
                    <Place {...page} />
                    <ShareBar part={page.views} whole={mostViews} />
                  </Td>
                  <Td align="end">{format.number(page.views)}</Td>
                </Tr>
              ))}
              {pages.length === 0 && <NothingRow columns={2} />}
            </tbody>
          </Table>
        </TableFrame>
      </Section>
      <Section title={t('busiest.routes')} description={t('busiest.routesText')} actions={download('routes')}>
        <TableFrame>
          <Table aria-label={t('busiest.routes')}>
            <thead>
              <tr>
                <Th>{t('busiest.route')}</Th>
                <Th align="end">{t('busiest.requests')}</Th>
                <Th align="end">{t('busiest.failed')}</Th>
                <Th align="end">{t('busiest.p95')}</Th>
              </tr>
            </thead>
            <tbody>
              {routes.map((route) => (
                <Tr key={`${route.surface} ${route.route}`}>
                  <Td className="md:w-full md:max-w-0">
                    <Place {...route} />
                    <ShareBar part={route.requests} whole={mostRequests} />
                  </Td>
                  <Td align="end">{format.number(route.requests)}</Td>
                  <Td align="end" className={route.errors > 0 ? '' : 'text-muted'}>
                    {format.number(route.errors)}
                  </Td>
                  <Td align="end" className="whitespace-nowrap">
                    {format.milliseconds(route.p95Ms)}
                  </Td>
                </Tr>
              ))}
              {routes.length === 0 && <NothingRow columns={4} />}
            </tbody>
          </Table>
        </TableFrame>
      </Section>
    </div>
  );
}

function Place({ surface, route }: { surface: string; route: string }) {
  const t = useTranslations('usage');
  const known = surface === 'portal' || surface === 'site' || surface === 'api';
  return (
    <div className="flex min-w-0 flex-col items-start gap-x-2 gap-y-1 md:flex-row md:items-center">
      <span
        className={route === 'other' ? 'max-w-full truncate text-muted' : 'max-w-full truncate font-mono text-sm'}
        title={route === 'other' ? undefined : route}
      >
        {route === 'other' ? t('busiest.other') : route}
      </span>
      {known && <Badge>{t(`busiest.${surface}`)}</Badge>}
    </div>
  );
}

function NothingRow({ columns }: { columns: number }) {
  const t = useTranslations('usage');
  return (
    <Tr>
      <Td colSpan={columns} className="text-muted">
        {t('busiest.none')}
      </Td>
    </Tr>
  );
}

function CsvLink({ href, what }: { href: string; what: string }) {
  const t = useTranslations('usage');
  const label = t('busiest.download', { what: what.toLowerCase() });
  return (
    <a href={href} download aria-label={label} title={label} className={buttonStyle('ghost', 'w-control px-0')}>
      <Download aria-hidden="true" />
    </a>
  );
}
