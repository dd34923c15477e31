import { gzipSync } from 'node:zlib';
import type { BenchDatabase } from '../database';
import { unpackBareApplication } from '../bare-application';
import { get } from '../load';
import { makePortal } from '../portal';
import type { Row } from '../report';
import { buildOnce, startServer, type Server } from '../servers';

/** Scripts that a page's HTML asks for, gzipped, against those of the bare page. */
export async function benchJsSize(database: BenchDatabase): Promise<Row[]> {
  const { portal, siteHost } = await makePortal(database);
  buildOnce('.');
  const bareApplication = unpackBareApplication();
  buildOnce(bareApplication.folder);
  const ours = await startServer('.');
  const bare = await startServer(bareApplication.folder);
  try {
    const floor = await scriptKilobytes(bare, '/', { host: 'localhost' });
    const dashboard = await scriptKilobytes(ours, '/', { host: portal.host, cookie: portal.cookie });
    const site = await scriptKilobytes(ours, '/', { host: siteHost });
    return [row('dashboard', dashboard, floor, 60), row('site page', site, floor, 5)];
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
    bareApplication.remove();
  }
}

async function scriptKilobytes(server: Server, path: string, headers: Record<string, string>): Promise<number> {
  const html = await get(undefined, server.port, { path, headers });
  // `nomodule` scripts are for browsers that this page is never sent to.
  const tags = html.match(/<script\b[^>]*\bsrc="[^"]+"[^>]*>/g) ?? [];
  const sources = new Set(
    tags.filter((tag) => !/nomodule/i.test(tag)).flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []),
  );
  let bytes = 0;
  for (const source of sources)
    bytes += gzipSync(await get(undefined, server.port, { path: source.replaceAll('&amp;', '&'), headers })).byteLength;
  return bytes / 1024;
}

function row(variant: string, size: number, floor: number, allowance: number): Row {
  return {
    name: 'js-size',
    variant,
    unit: 'kB',
    median: size,
    p99: null,
    baseline: floor,
    ratio: size / floor,
    reach: `≤ floor + ${allowance} kB`,
    held: size <= floor + allowance,
  };
}
