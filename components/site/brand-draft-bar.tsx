import type { Locale } from '@/lib/messages/locales';
import { translator } from '@/lib/messages/translator';
import { barButtonStyle, barPartStyle, barStyle } from './bar-style';

/** Says that this browser sees the site with a brand that is not published, and ends that. */
export function BrandDraftBar({ locale }: { locale: Locale }) {
  const t = translator('shell', locale);
  const says = `<span role="status" style="${barPartStyle}">${t('brandPreview.text')}</span>`;
  const button = `<button type="submit" style="${barButtonStyle}">${t('brandPreview.leave')}</button>`;
  const form = `<form method="post" action="/preview/brand/leave" style="${barPartStyle}">${button}</form>`;
  const html = `<aside aria-label="${t('brandPreview.label')}" style="${barStyle}">${says} ${form}</aside>`;
  return <div style={{ display: 'contents' }} dangerouslySetInnerHTML={{ __html: html }} />;
}
