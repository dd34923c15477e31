// One mailbox in the plain form of RFC 5321: no comments, quotes or lists, so an address can't smuggle in a second one.
const ADDRESS = /^[^\s@"(),:;<>[\]\\\p{Cc}]{1,64}@[^\s@"(),:;<>[\]\\\p{Cc}]{1,253}$/u;

/** The address itself, or an error: what is not one mailbox is never handed to a mail server. */
export function checkedAddress(address: string): string {
  if (!ADDRESS.test(address)) throw new Error('Not a single e-mail address.');
  return address;
}

/** The address of MAIL_FROM, which may be written `Name <address>`. */
export function bareAddress(mailbox: string): string {
  return checkedAddress(/<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim());
}

/** One line of header text: line breaks and controls would start a header of their own. */
export function headerText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
