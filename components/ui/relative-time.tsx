'use client';

import { useEffect, useState } from 'react';
import { formatExact, formatRelative, refreshAfterMs } from './relative-time-format';

interface RelativeTimeProps {
  /** ISO 8601. */
  at: string;
  locale: string;
  timeZone: string;
  /** The server's moment of rendering; makes the first paint equal on both sides. */
  now?: string;
}

export function RelativeTime({ at, locale, timeZone, now }: RelativeTimeProps) {
  const moment = new Date(at);
  const [current, setCurrent] = useState(() => (now === undefined ? new Date() : new Date(now)));
  const waitMs = refreshAfterMs(moment, current);
  useEffect(() => {
    const timer = setInterval(() => setCurrent(new Date()), waitMs);
    return () => clearInterval(timer);
  }, [waitMs]);
  return (
    <time
      dateTime={at}
      title={formatExact(moment, locale, timeZone)}
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {formatRelative(moment, current, locale)}
    </time>
  );
}
