'use client';

import { useState } from 'react';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { IconButton } from '@/components/ui/icon-button';
import { keepOnDevice } from '@/components/ui/keep-on-device';
import type { Dashboard } from '@/lib/workflows/dashboard/schema';
import { CLOSED_NOTICES_COOKIE, writeClosedNotices } from './closed-notices';

interface NoticesProps {
  notices: Dashboard['announcements'];
  /** Keys of those that were closed on this device before. */
  closed: readonly string[];
}

/** What the tenant announces to its members. Who closes one does not see it again on this device, unless it is changed. */
export function Notices({ notices, closed: closedBefore }: NoticesProps) {
  const t = useTranslations('dashboard');
  const [closed, setClosed] = useState(closedBefore);
  const shown = notices.filter(({ key }) => !closed.includes(key));
  if (shown.length === 0) return null;

  function close(key: string) {
    const keys = [key, ...closed];
    setClosed(keys);
    keepOnDevice(CLOSED_NOTICES_COOKIE, writeClosedNotices(keys));
  }

  return (
    <section aria-label={t('notices.label')}>
      <ul className="grid gap-2">
        {shown.map(({ key, text, tone, link }) => (
          <li key={key}>
            <Callout
              tone={tone}
              aside={
                <IconButton
                  label={t('notices.close', { text })}
                  icon={<X aria-hidden="true" />}
                  onClick={() => close(key)}
                />
              }
            >
              {text}
              {link !== null && (
                <>
                  {' '}
                  <a href={link.href} target="_blank" rel="noopener noreferrer" className="font-medium underline">
                    {link.label || t('notices.more')}
                  </a>
                </>
              )}
            </Callout>
          </li>
        ))}
      </ul>
    </section>
  );
}
