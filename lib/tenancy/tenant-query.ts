import pg from 'pg';
import type { TenantEntry } from './context';

/** Prepared once per connection by `primeConnection`; then Bind and Execute are all it costs. */
const enterTenant = { name: 'portico_enter_tenant', text: 'SELECT app.enter_tenant($1, $2)' };

type Callback = (error: Error | undefined, result: pg.QueryResult) => void;

interface WireConnection {
  readonly parsedStatements: Record<string, string | undefined>;
  parse(config: { text: string; name: string; types: number[] }): void;
  bind(config: {
    portal: string;
    statement: string;
    values: string[];
    binary: boolean;
    valueMapper: (value: string) => string;
  }): void;
  execute(config: { portal: string; rows: number }): void;
  describe(config: { type: 'P'; name: string }): void;
  sync(): void;
}

/** The parts of pg's Query that @types/pg leaves out. pg is pinned: these are not public (architecture.md, "One round trip"). */
interface WireQuery {
  readonly name: string | undefined;
  prepare(connection: WireConnection): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: WireConnection): void;
}
const BaseQuery = pg.Query as unknown as new (
  config: pg.QueryConfig,
  values: unknown,
  callback: Callback,
) => WireQuery & pg.Submittable;

/** What is known of a connection's named statements. */
interface Described {
  /** Statement name → its RowDescription, null for a statement without rows. */
  readonly rows: Map<string, unknown>;
  /** The same connection without Describe, which pg would send with every execution. */
  readonly quiet: WireConnection;
}
const describedOn = new WeakMap<WireConnection, Described>();

/**
 * A query whose message group starts by entering the tenant: Bind, Execute (enter), Bind, Describe, Execute (statement), one Sync.
 * PostgreSQL runs the group as one implicit transaction (protocol §55.2.3), so the local setting ends with the statement, and a
 * pooler in transaction mode cannot come between the two. If entering fails, the server skips the statement.
 *
 * A named statement is described once per connection: its result can't change while it is prepared (the server refuses it then),
 * and what that saves pays for entering.
 */
export class TenantQuery extends BaseQuery {
  private entering = true;
  private learnt: { described: Described; row: unknown } | undefined;

  constructor(
    config: pg.QueryConfig,
    values: unknown[] | undefined,
    private readonly entry: TenantEntry,
    callback: Callback,
  ) {
    super(config, values, callback);
  }

  requiresPreparation(): true {
    return true;
  }

  override prepare(connection: WireConnection): void {
    // Behind a pooler nothing stays prepared: the text goes along with each statement.
    const prepared = connection.parsedStatements[enterTenant.name] !== undefined;
    if (!prepared) connection.parse({ text: enterTenant.text, name: '', types: [] });
    connection.bind({
      portal: '',
      statement: prepared ? enterTenant.name : '',
      values: [this.entry.tenantId, this.entry.proof],
      binary: false,
      valueMapper: (value) => value,
    });
    connection.execute({ portal: '', rows: 0 });
    if (!this.name) return super.prepare(connection);
    const described = descriptionsOf(connection);
    const row = described.rows.get(this.name);
    if (row === undefined) {
      this.learnt = { described, row: null };
      return super.prepare(connection);
    }
    super.prepare(described.quiet);
    if (row) super.handleRowDescription(row);
  }

  override handleRowDescription(message: unknown): void {
    if (this.learnt) this.learnt.row = message;
    super.handleRowDescription(message);
  }

  override handleDataRow(message: unknown): void {
    if (!this.entering) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: WireConnection): void {
    if (this.entering) {
      this.entering = false;
      return;
    }
    if (this.name && this.learnt) this.learnt.described.rows.set(this.name, this.learnt.row);
    super.handleCommandComplete(message, connection);
  }
}

function descriptionsOf(connection: WireConnection): Described {
  let described = describedOn.get(connection);
  if (!described) {
    const quiet = Object.create(connection, { describe: { value: () => undefined } }) as WireConnection;
    describedOn.set(connection, (described = { rows: new Map(), quiet }));
  }
  return described;
}

/** Prepares the setter on a new connection, so that no query's ParseComplete can be mistaken for another's. */
export async function primeConnection(client: pg.ClientBase): Promise<void> {
  // The function is strict: without a tenant it does nothing.
  await client.query({ name: enterTenant.name, text: enterTenant.text, values: [null, null] });
}
