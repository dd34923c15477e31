/** Resolves when /readyz answers 200 on 127.0.0.1. */
export function untilReady(port: number | string, patienceMs?: number): Promise<void>;
