import pg from 'pg';

/** Named once per connection by `primeConnection`; then Bind and Execute are all it costs. */
const setTenant = { name: 'portico_set_tenant', text: "SELECT set_config('app.tenant_id', $1, true)" };

type Callback = (error: Error | undefined, result: pg.QueryResult) => void;

interface WireConnection {
  bind(config: {
    portal: string;
    statement: string;
    values: string[];
    binary: boolean;
    valueMapper: (value: string) => string;
  }): void;
  execute(config: { portal: string; rows: number }): void;
}

/** The parts of pg's Query that @types/pg leaves out. pg is pinned: these are not public (architecture.md, "One round trip"). */
interface WireQuery {
  prepare(connection: WireConnection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: WireConnection): void;
}
const BaseQuery = pg.Query as unknown as new (
  config: pg.QueryConfig,
  values: unknown,
  callback: Callback,
) => WireQuery & pg.Submittable;

/**
 * A query whose message group starts by setting the tenant: Bind, Execute (set), Bind, Describe, Execute (statement), one Sync.
 * PostgreSQL runs the group as one implicit transaction (protocol §55.2.3), so the local setting ends with the statement, and a
 * pooler in transaction mode cannot come between the two. If setting fails, the server skips the statement.
 */
export class TenantQuery extends BaseQuery {
  private settingTenant = true;

  constructor(
    config: pg.QueryConfig,
    values: unknown[] | undefined,
    private readonly tenantId: string,
    callback: Callback,
  ) {
    super(config, values, callback);
  }

  requiresPreparation(): true {
    return true;
  }

  override prepare(connection: WireConnection): void {
    connection.bind({
      portal: '',
      statement: setTenant.name,
      values: [this.tenantId],
      binary: false,
      valueMapper: (value) => value,
    });
    connection.execute({ portal: '', rows: 0 });
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (!this.settingTenant) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: WireConnection): void {
    if (this.settingTenant) this.settingTenant = false;
    else super.handleCommandComplete(message, connection);
  }
}

/** Prepares the setter on a new connection, so that no query's ParseComplete can be mistaken for another's. */
export async function primeConnection(client: pg.ClientBase): Promise<void> {
  await client.query({ ...setTenant, values: [''] });
}
