import { escapeHtml } from './escape-html';

/** An absolute web address for an attribute. Anything else in a mail is a mistake of ours, so it throws. */
export function safeUrl(url: string): string {
  const { protocol, username, password } = new URL(url);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  if (!isWeb || username !== '' || password !== '') throw new Error('A mail links to web addresses only.');
  return escapeHtml(url);
}
