/** A route that refused: RFC 9457 problem details with our code. */
export class RouteProblem extends Error {
  override readonly name = 'RouteProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
    readonly referenceId: string | undefined,
  ) {
    super(title);
  }
}

/** Reads one of our own routes for a query hook. @throws RouteProblem */
export async function fetchJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } });
  if (response.ok) return (await response.json()) as T;
  const body = (await response.json().catch(() => ({}))) as { code?: string; title?: string; instance?: string };
  throw new RouteProblem(
    response.status,
    body.code ?? 'internal',
    body.title ?? response.statusText,
    body.instance?.replace('urn:uuid:', ''),
  );
}

/** A query string of what is set; nothing for empty values. */
export function queryString(values: Record<string, string | number | undefined>): string {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
