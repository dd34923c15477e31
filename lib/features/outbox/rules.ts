/** The first web address in a mail's text: our mails ask for one thing, and it comes first. */
export function firstLink(text: string): string | null {
  const found = /https?:\/\/[^\s<>"']+/.exec(text)?.[0].replace(/[.,;:!?)\]]+$/, '');
  return found !== undefined && URL.canParse(found) ? found : null;
}
