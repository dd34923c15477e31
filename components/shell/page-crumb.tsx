'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

export const CRUMB_SLOT_ID = 'page-crumbs';

/** Put on a detail page: its name at the end of the breadcrumb in the top bar. */
export function PageCrumb({ label }: { label: string }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useEffect(() => setSlot(document.getElementById(CRUMB_SLOT_ID)), []);
  if (!slot) return null;
  return createPortal(
    <li
      className="min-w-0 truncate font-medium before:me-1.5 before:font-normal before:text-subtle before:content-['/']"
      aria-current="page"
    >
      {label}
    </li>,
    slot,
  );
}
