import type { Email, EmailBrand } from './email';
import { renderHtml, type EmailContent } from './layout';

/** One content, both forms. The text form has the link alone on a line, for people and programs that read it. */
export function renderEmail(brand: EmailBrand, content: EmailContent): Email {
  return { subject: content.title, html: renderHtml(brand, content), text: renderText(brand, content) };
}

function renderText(
  { look, homeUrl }: EmailBrand,
  { heading, paragraphs, facts, action, notes, footer }: EmailContent,
): string {
  const blocks = [
    heading,
    ...paragraphs,
    facts.map(({ label, value, url }) => `${label}: ${url ?? value}`).join('\n'),
    `${action.label}:\n${action.url}`,
    ...notes,
    ['--', footer, look?.footerLine ?? '', homeUrl].filter((line) => line !== '').join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
