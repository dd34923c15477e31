/** Every refusal the product knows, with the HTTP status it maps to (docs: contracts "Codes"). */
export const errorStatus = {
  validation_failed: 400,
  unauthenticated: 401,
  forbidden: 403,
  tenant_suspended: 403,
  not_found: 404,
  conflict: 409,
  payload_too_large: 413,
  unprocessable: 422,
  rate_limited: 429,
  quota_exceeded: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export interface ErrorDetails {
  /** Field path → message key or sentence. */
  fields?: Record<string, string>;
  /** Key in the `errors` message catalogue, when the code alone says too little. */
  messageKey?: string;
  values?: Record<string, string | number>;
  retryAfterSeconds?: number;
  quota?: { resource: string; used: number; limit: number; requested: number };
}

/** The one typed error of the use cases; mapped to a message or problem+json in lib/http. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }

  get status(): number {
    return errorStatus[this.code];
  }
}

/** A foreign id and an absent one give the same answer: this one. */
export function notFound(): AppError {
  return new AppError('not_found', 'Not found.');
}

export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
