import { z } from 'zod';
import { policyKinds } from '@/lib/edge/host-policy';

/** Shapes of a site's own code. Client-safe. */

/** Kinds of things that a site may load from elsewhere, as the content security policy tells them apart. */
export const originKinds = policyKinds;
export type OriginKind = (typeof originKinds)[number];
export type Origins = Record<OriginKind, string[]>;

export const codeFields = ['css', 'headerHtml', 'footerHtml', 'js'] as const;
export type CodeField = (typeof codeFields)[number];

const MAX_CHARACTERS = { css: 100_000, js: 200_000, html: 50_000 };
const MAX_ORIGINS = 20;

/** What a draft may hold is free; what of it is served is decided by clean-code.ts. */
const originList = z.array(z.string().trim().min(1).max(300)).max(MAX_ORIGINS, 'tooMany');
/** PostgreSQL keeps no zero character, and no browser shows one. */
const text = (max: number) =>
  z
    .string()
    .max(max, 'tooLong')
    .overwrite((value) => value.replaceAll('\u0000', ''));
const code = z.strictObject({
  css: text(MAX_CHARACTERS.css),
  js: text(MAX_CHARACTERS.js),
  headerHtml: text(MAX_CHARACTERS.html),
  footerHtml: text(MAX_CHARACTERS.html),
  origins: z.strictObject({
    script: originList,
    style: originList,
    img: originList,
    connect: originList,
    font: originList,
    frame: originList,
    media: originList,
  }),
});
export type SiteCode = z.infer<typeof code>;

const revisionSchema = z.string().regex(/^(?:live:\d{1,9}|draft:\d{1,15})$/, 'invalid');

export const changeCodeSchema = z.strictObject({ revision: revisionSchema, code });
export type ChangeCode = z.infer<typeof changeCodeSchema>;

export const checkCodeSchema = z.strictObject({ code });
export const codeRevisionSchema = z.strictObject({ revision: revisionSchema });
export const codeNumberSchema = z.strictObject({ number: z.int().min(1).max(999_999_999) });

/** Why something was taken out; words are in the `siteCode` catalogue under `reason`. */
export const findingReasons = [
  'unreadable',
  'atRule',
  'importRule',
  'nested',
  'selector',
  'outside',
  'property',
  'fixed',
  'layer',
  'value',
  'address',
  'dataAddress',
  'scriptElement',
  'styleElement',
  'form',
  'documentElement',
  'drawing',
  'frame',
  'element',
  'handler',
  'attribute',
  'link',
  'picture',
  'mutation',
] as const;
export type FindingReason = (typeof findingReasons)[number];

/** One thing that was taken out. */
export interface Finding {
  field: CodeField;
  /** Counted from 1 in what the author wrote. */
  line: number;
  /** What it was, shortened. */
  what: string;
  reason: FindingReason;
}

/** The editor as it opens. Times are ISO 8601. */
export interface CodeForm {
  code: SiteCode;
  revision: string;
  findings: Finding[];
  draft: { updatedAt: string; createdByName: string } | null;
  live: { number: number; publishedAt: string; publishedByName: string } | null;
  /** Whether this member may change what runs: JavaScript and the origins. */
  mayChangeScripts: boolean;
}

/** Lines of a change: kept, taken out, put in; `gap` stands for kept lines that are left out. */
export interface DiffLine {
  kind: 'kept' | 'out' | 'in' | 'gap';
  text: string;
}

export interface CodeChange {
  field: CodeField | 'origins';
  lines: DiffLine[];
}

/** A published version in the history, newest first. */
export interface CodeVersionView {
  number: number;
  publishedAt: string;
  publishedByName: string;
  isLive: boolean;
  /** Against the version before it. */
  changes: CodeChange[];
}

/** What a site's pages show of it. */
export interface PublishedCode {
  /** Paths on the site's own host, or null where there is nothing. */
  stylesheet: string | null;
  script: string | null;
  headerHtml: string;
  footerHtml: string;
}
