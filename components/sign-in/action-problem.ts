/** The part of an action's failure that a form shows. Mirrors ActionFailure of lib/http/define-action.ts, which is server-only. */
export interface ShownFailure {
  code: string;
  messageKey?: string;
  values?: Record<string, string | number>;
  fields?: Record<string, string>;
  referenceId: string;
}

export type ShownResult<T> = { ok: true; data: T } | { ok: false; error: ShownFailure };
