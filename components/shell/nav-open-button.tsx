'use client';

import { Menu } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonStyle } from '@/components/ui/button-style';
import { NAV_ID } from './nav-frame';

export function NavOpenButton() {
  const t = useTranslations('shell');
  return (
    <button
      type="button"
      popoverTarget={NAV_ID}
      aria-label={t('nav.open')}
      className={buttonStyle('ghost', 'w-control px-0 md:hidden')}
    >
      <Menu aria-hidden="true" />
    </button>
  );
}
