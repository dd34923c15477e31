export const SIDEBAR_COOKIE = 'portico_sidebar';

export function readCollapsed(value: string | undefined): boolean {
  return value === 'collapsed';
}
