/** A bucket of an S3-compatible server, as STORAGE_URL names it. */
export interface BucketLocation {
  bucket: string;
  /** In front of every key, without a slash at its ends; empty for none. */
  prefix: string;
  region: string;
  /** Origin of the server; absent for Amazon's own. */
  endpoint: string | undefined;
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  pathStyle: boolean;
  /** Absent: the standard AWS variables, files and roles of the machine count. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
}

/**
 * `s3://[KEY:SECRET@]BUCKET[/PREFIX][?region=…][&endpoint=https://…][&pathStyle=true|false]`. Key and secret are percent-encoded. A
 * message of refusal never repeats the address, because it may hold the secret.
 */
export function readBucketUrl(text: string): BucketLocation {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 's3:') throw new Error('STORAGE_URL must read s3://[KEY:SECRET@]BUCKET[/PREFIX][?region=…]');
  const { region = 'us-east-1', endpoint, pathStyle, ...unknown } = Object.fromEntries(url.searchParams);
  const [stranger] = Object.keys(unknown);
  if (stranger !== undefined) throw new Error(`STORAGE_URL knows no option ${stranger}`);
  if (!BUCKET.test(url.hostname) || url.port !== '') throw new Error('STORAGE_URL names no valid bucket');
  if (pathStyle !== undefined && !/^(?:true|false)$/.test(pathStyle))
    throw new Error('STORAGE_URL: pathStyle must be true or false');
  return {
    bucket: url.hostname,
    prefix: checkedPrefix(url.pathname),
    region,
    endpoint: endpoint === undefined ? undefined : checkedEndpoint(endpoint),
    pathStyle: pathStyle === undefined ? endpoint !== undefined : pathStyle === 'true',
    credentials: readCredentials(url),
  };
}

// Lower-case labels; what Amazon allows is what every compatible server allows.
const BUCKET = /^(?=.{3,63}$)[a-z0-9][a-z0-9-]*[a-z0-9](?:\.[a-z0-9][a-z0-9-]*[a-z0-9])*$/;

function checkedPrefix(pathname: string): string {
  const prefix = pathname.replace(/^\/+|\/+$/g, '');
  if (!/^(?:[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*)?$/.test(prefix))
    throw new Error('STORAGE_URL: the prefix holds letters, digits, hyphens and underscores, parted by single slashes');
  return prefix;
}

function checkedEndpoint(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.pathname !== '/' || url.search !== '')
    throw new Error('STORAGE_URL: endpoint must be an origin such as https://s3.example.com');
  return url.origin;
}

function readCredentials(url: URL): BucketLocation['credentials'] {
  if (url.username === '' && url.password === '') return undefined;
  if (url.username === '' || url.password === '') throw new Error('STORAGE_URL: a key needs its secret');
  return {
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}
