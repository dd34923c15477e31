import type { Locale } from '@/lib/messages/locales';
import { translator } from '@/lib/messages/translator';
import { barButtonStyle, barStyle } from './bar-style';

/** Says that this browser sees the site with a brand that is not published, and ends that. */
export function BrandDraftBar({ locale }: { locale: Locale }) {
  const t = translator('shell', locale);
  const button = `<button type="submit" style="${barButtonStyle}">${t('brandPreview.leave')}</button>`;
  const form = `<form method="post" action="/preview/brand/leave" style="display:inline!important">${button}</form>`;
  return (
    <div
      dangerouslySetInnerHTML={{
        __html: `<div role="status" style="${barStyle}">${t('brandPreview.text')} ${form}</div>`,
      }}
    />
  );
}
