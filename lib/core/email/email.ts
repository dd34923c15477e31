import type { BrandTokens } from '@/lib/core/branding/schema';
import type { Locale } from '@/lib/messages/catalogue';

/** A rendered mail, ready to send. */
export interface Email {
  subject: string;
  html: string;
  text: string;
}

/** In whose name a mail speaks. Addresses come from the stored host record, never from a request. */
export interface EmailBrand {
  tokens: BrandTokens;
  /** Absolute address of the portal or console; the logo links to it. */
  homeUrl: string;
  /** Absolute addresses of PNG images, for light and dark mail programs. */
  logoUrl?: string;
  logoDarkUrl?: string;
}

/** What every mail needs to know about its reader. */
export interface EmailAudience {
  brand: EmailBrand;
  /** The recipient's address. */
  email: string;
  locale: Locale;
  /** IANA name, for the dates in the mail. */
  timeZone: string;
}
