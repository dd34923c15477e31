export interface StoredObject {
  body: ReadableStream<Uint8Array>;
  sizeBytes: number;
}

/**
 * Where files live. Keys come from `storageKey` alone; a driver refuses any other. A disk or a server that does not answer is an
 * AppError `unavailable`, within seconds.
 */
export interface Storage {
  /** Writes all of the bytes or none; writing the same key again is harmless. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<StoredObject | null>;
  delete(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
}

/** Content decides the name, the tenant decides the folder: equal files of two tenants are still two files. */
export function storageKey(tenantId: string, sha256: string, extension: string): string {
  return checkedKey(`tenants/${tenantId}/${sha256}.${extension}`);
}

/** Of the platform's own pictures, in a folder that no tenant's id can name. */
export function platformStorageKey(sha256: string, extension: string): string {
  return checkedKey(`platform/${sha256}.${extension}`);
}

/** The pattern leaves no room for dots, slashes or bytes that would lead out of the owner's folder. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error('Not a storage key.');
  return key;
}

const KEY = /^(?:tenants\/[0-9a-f-]{36}|platform)\/[0-9a-f]{64}\.[a-z0-9]{2,5}$/;
