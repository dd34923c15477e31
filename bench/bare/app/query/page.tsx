import { connection } from 'next/server';
import pg from 'pg';

const shared = globalThis as unknown as { barePool?: pg.Pool };
const pool = (shared.barePool ??= new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 16 }));

/** A dynamic page that renders the answer of one prepared query. */
export default async function Query() {
  await connection();
  const { rows } = await pool.query<{ id: string; name: string }>({
    name: 'bare',
    text: 'SELECT id, name FROM members WHERE tenant_id = $1 ORDER BY id LIMIT 20',
    values: [process.env.BARE_TENANT_ID],
  });
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>{row.name}</li>
      ))}
    </ul>
  );
}
