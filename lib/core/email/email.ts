import type { BrandTokens } from '@/lib/core/branding/schema';

/** A rendered mail, ready to send. */
export interface Email {
  subject: string;
  html: string;
  text: string;
}

/** How a brand's mails look, beyond its colours and logo. */
export interface EmailLook {
  /** `band`: a strip in the brand's colour over the card, with the name on it where there is no logo. */
  header: 'plain' | 'band';
  /** A line of the tenant's own under every mail, such as its postal address. */
  footerLine?: string;
}

/** In whose name a mail speaks. Addresses come from the stored host record, never from a request. */
export interface EmailBrand {
  tokens: BrandTokens;
  /** Absolute address of the portal or console; the logo links to it. */
  homeUrl: string;
  /** Absolute addresses of PNG images, for light and dark mail programs. */
  logoUrl?: string;
  logoDarkUrl?: string;
  /** Plain without a line, where left out. */
  look?: EmailLook;
}

/** What every mail needs to know about its reader. */
export interface EmailAudience {
  brand: EmailBrand;
  /** The recipient's address. */
  email: string;
  /** Region format such as `de-AT`: the language of the words and the way of writing dates. */
  locale: string;
  /** IANA name, for the dates in the mail. */
  timeZone: string;
}
