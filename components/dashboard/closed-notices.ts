/** Which announcements were closed on this device: read by the server, so that what is closed is not even painted. */
export const CLOSED_NOTICES_COOKIE = 'portico_notices';

/** More than are shown at once; older ones are over or were changed, which shows them again. */
const CLOSED_MAX = 20;
const KEY = /^[0-9a-z-]{1,60}$/;

export function readClosedNotices(cookie: string | undefined): string[] {
  return (cookie ?? '')
    .split('.')
    .filter((key) => KEY.test(key))
    .slice(0, CLOSED_MAX);
}

export function writeClosedNotices(keys: readonly string[]): string {
  return keys.slice(0, CLOSED_MAX).join('.');
}
