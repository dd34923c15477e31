const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** A choice of this device, in a cookie of this host that the server reads with the next page. */
export function keepOnDevice(cookie: string, value: string): void {
  document.cookie = `${cookie}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
}
