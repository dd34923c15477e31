'use client';

import { useEffect } from 'react';
import { useRouter } from 'next/navigation';
import { TIME_ZONE_COOKIE } from '@/lib/messages/locales';
import { keepOnDevice } from '@/components/ui/keep-on-device';

/** Tells the server the zone of this browser, and reads the page again where it was written in another. */
export function BrowserZone({ shown }: { shown: string }) {
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (timeZone === shown || document.cookie.includes(`${TIME_ZONE_COOKIE}=${timeZone}`)) return;
    keepOnDevice(TIME_ZONE_COOKIE, timeZone);
    router.refresh();
  }, [shown, router]);
  return null;
}
