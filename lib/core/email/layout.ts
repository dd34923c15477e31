import { derivePalette } from '@/lib/core/branding/palette';
import type { ThemePalette } from '@/lib/core/branding/roles';
import type { BrandRadius } from '@/lib/core/branding/schema';
import { languageOf } from '@/lib/messages/locales';
import type { EmailBrand } from './email';
import { escapeHtml } from './escape-html';
import { safeUrl } from './safe-url';

/** What a mail says, as plain text; everything is escaped here and nowhere else. */
export interface EmailContent {
  /** Region format; its language is that of the words. */
  locale: string;
  title: string;
  /** The line that mail programs show beside the subject. */
  preheader: string;
  heading: string;
  paragraphs: readonly string[];
  /** With `url` the value is a link there. */
  facts: readonly { label: string; value: string; url?: string }[];
  action: { label: string; url: string; fallback: string };
  notes: readonly string[];
  footer: string;
}

/**
 * HTML for mail programs: tables and inline colours for those that know nothing else, a style block for dark mode and small
 * screens in those that do. The only remote content is the brand's own logo.
 */
export function renderHtml(brand: EmailBrand, content: EmailContent): string {
  const { light, dark } = derivePalette(brand.tokens);
  const radius = RADIUS_PX[brand.tokens.radius];
  const corner = Math.min(12, radius * 1.5);
  const band = brand.look?.header === 'band';
  return `<!doctype html>
<html lang="${languageOf(content.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(content.title)}</title>
<style>${styleBlock(light, dark)}</style>
</head>
<body class="sunken" style="margin:0;padding:0;background-color:${light.sunken};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(content.preheader)}${PREHEADER_PADDING}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="sunken" style="background-color:${light.sunken}">
<tr><td align="center" class="outer" style="padding:40px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
${head(brand, light, corner)}
<tr><td class="card" style="background-color:${light.raised};border:1px solid ${light.border};border-radius:${band ? `0 0 ${corner}px ${corner}px` : `${corner}px`};padding:36px 36px 32px">
${card(content, light, radius)}
</td></tr>
<tr><td class="muted" style="padding:20px 4px 0;font:12px/18px ${FONT};color:${light.muted};overflow-wrap:anywhere">${footer(brand, content)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const RADIUS_PX: Record<BrandRadius, number> = { none: 0, small: 4, medium: 6, large: 10, full: 20 };
// Keeps mail programs from filling up the preview line with the first words of the body.
const PREHEADER_PADDING = '&#8199;&#65279;&#847; '.repeat(40);

function styleBlock(light: ThemePalette, dark: ThemePalette): string {
  return `
:root{color-scheme:light dark;supported-color-schemes:light dark}
.logo-dark{display:none}
a{color:${light['accent-text']}}
@media (max-width:480px){.outer{padding:24px 12px!important}.card{padding:28px 22px 24px!important}}
@media (prefers-color-scheme:dark){
.sunken{background-color:${dark.sunken}!important}
.card{background-color:${dark.raised}!important;border-color:${dark.border}!important}
.text{color:${dark.text}!important}
.muted{color:${dark.muted}!important}
.rule{border-color:${dark.border}!important}
.link,a.link{color:${dark['accent-text']}!important}
.button{background-color:${dark.brand}!important}
.band{background-color:${dark.brand}!important}
.button a,.band a,.band span{color:${dark['on-brand']}!important}
.logo-light{display:none!important}
.logo-dark{display:block!important}
}
`;
}

/** Above the card the logo or the name; or a band that is the card's upper edge, which a logo never stands on: its colours are unknown. */
function head(brand: EmailBrand, palette: ThemePalette, corner: number): string {
  const above = `<tr><td style="padding:0 4px 20px">${header(brand, palette)}</td></tr>`;
  if (brand.look?.header !== 'band') return above;
  const edge = `background-color:${palette.brand};border-radius:${corner}px ${corner}px 0 0`;
  if (brand.logoUrl !== undefined)
    return `${above}\n<tr><td class="band" height="8" bgcolor="${palette.brand}" style="${edge};height:8px;line-height:8px;font-size:1px">&nbsp;</td></tr>`;
  const name = escapeHtml(brand.tokens.displayName);
  const ink = palette['on-brand'];
  const link = `<a href="${safeUrl(brand.homeUrl)}" style="color:${ink};text-decoration:none"><span style="font:600 16px/24px ${FONT};color:${ink}">${name}</span></a>`;
  return `<tr><td class="band" bgcolor="${palette.brand}" style="${edge};padding:18px 36px">${link}</td></tr>`;
}

function footer({ look }: EmailBrand, content: EmailContent): string {
  const line = look?.footerLine;
  return escapeHtml(content.footer) + (line === undefined || line === '' ? '' : `<br>${escapeHtml(line)}`);
}

function header({ tokens, homeUrl, logoUrl, logoDarkUrl }: EmailBrand, palette: ThemePalette): string {
  const name = escapeHtml(tokens.displayName);
  const picture = (url: string, className: string, hidden: boolean) =>
    `<img src="${safeUrl(url)}" alt="${name}" height="32" class="${className}" style="${hidden ? '' : 'display:block;'}height:32px;width:auto;max-width:220px;border:0;font:600 16px/32px ${FONT}">`;
  const wordmark = `<span class="text" style="font:600 16px/24px ${FONT};color:${palette.text}">${name}</span>`;
  const light =
    logoUrl === undefined ? wordmark : picture(logoUrl, logoDarkUrl === undefined ? '' : 'logo-light', false);
  const both =
    logoUrl === undefined || logoDarkUrl === undefined
      ? light
      : light + darkOnly(picture(logoDarkUrl, 'logo-dark', true));
  return `<a href="${safeUrl(homeUrl)}" class="text" style="color:${palette.text};text-decoration:none">${both}</a>`;
}

/** Outlook ignores the style block and would show both logos. */
function darkOnly(html: string): string {
  return `<!--[if !mso]><!-->${html}<!--<![endif]-->`;
}

function card(
  { heading, paragraphs, facts, action, notes }: EmailContent,
  palette: ThemePalette,
  radius: number,
): string {
  const url = safeUrl(action.url);
  return [
    `<h1 class="text" style="margin:0 0 12px;font:600 22px/30px ${FONT};letter-spacing:-0.01em;color:${palette.text}">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map((text) => paragraph(text, 'text', `15px/24px ${FONT}`, palette.text)),
    facts.length === 0 ? '' : factTable(facts, palette),
    `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0"><tr><td class="button" align="center" bgcolor="${palette.brand}" style="background-color:${palette.brand};border-radius:${radius}px">`,
    `<a href="${url}" style="display:inline-block;padding:11px 20px;font:600 15px/20px ${FONT};color:${palette['on-brand']};text-decoration:none">${escapeHtml(action.label)}</a></td></tr></table>`,
    ...notes.map((text) => paragraph(text, 'muted', `13px/20px ${FONT}`, palette.muted)),
    `<div class="rule" style="margin:24px 0 16px;border-top:1px solid ${palette.border}"></div>`,
    `<p class="muted" style="margin:0;font:12px/18px ${FONT};color:${palette.muted}">${escapeHtml(action.fallback)}<br>`,
    `<a href="${url}" class="link" style="color:${palette['accent-text']};word-break:break-all;overflow-wrap:anywhere">${url}</a></p>`,
  ].join('\n');
}

function paragraph(text: string, className: string, font: string, colour: string): string {
  return `<p class="${className}" style="margin:0 0 12px;font:${font};color:${colour};overflow-wrap:anywhere">${escapeHtml(text)}</p>`;
}

function factTable(facts: EmailContent['facts'], palette: ThemePalette): string {
  const rows = facts.map(
    ({ label, value, url }) =>
      `<tr><td class="muted rule" valign="top" style="padding:9px 16px 9px 0;border-top:1px solid ${palette.border};font:13px/20px ${FONT};color:${palette.muted};white-space:nowrap">${escapeHtml(label)}</td>` +
      `<td class="text rule" width="100%" style="padding:9px 0;border-top:1px solid ${palette.border};font:13px/20px ${FONT};color:${palette.text};overflow-wrap:anywhere">${url === undefined ? escapeHtml(value) : linked(value, url, palette)}</td></tr>`,
  );
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:20px 0 0">${rows.join('')}</table>`;
}

function linked(text: string, url: string, palette: ThemePalette): string {
  return `<a href="${safeUrl(url)}" class="link" style="color:${palette['accent-text']}">${escapeHtml(text)}</a>`;
}
