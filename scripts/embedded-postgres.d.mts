export interface EmbeddedPostgresOptions {
  /** Folder of the cluster. Beside it: `<dataDir>.password`, and `<dataDir>.location` where the cluster had to live elsewhere. */
  dataDir: string;
  /** Port to listen on; a free one if not given. A server that already runs keeps its own. */
  port?: number;
  /** Database named in `url` (default `portico`). It is not created. */
  database?: string;
  log?: (line: string) => void;
  /** Server settings over the defaults, such as `{ fsync: 'off' }`. */
  settings?: Record<string, string | number>;
}

export interface EmbeddedPostgres {
  /** Connection string of the superuser. */
  url: string;
  port: number;
  /** True when the server was already running. */
  attached: boolean;
  /** Starts the server again, on the same port, if it has died. Resolves to whether it had. */
  revive(): Promise<boolean>;
  /** Fast shutdown; also of a server that was attached to. */
  stop(): Promise<void>;
}

export function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres>;
export function freePort(): Promise<number>;
