import pg from 'pg';

const PAGE = 2_000;

/** A connection past every policy, in legal time, as the service writes it. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=Asia/Shanghai' });
  // A connection that is lost fails the statement that is next.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The rows of a question as they were when it was asked, a page at a time, however many they are. */
export async function* rowsOf<Row extends object>(client: pg.Client, sql: string): AsyncGenerator<Row> {
  await client.query('begin isolation level repeatable read read only');
  try {
    await client.query(`declare answer no scroll cursor for ${sql}`);
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${PAGE} from answer`);
      yield* rows;
      if (rows.length < PAGE) return;
    }
  } finally {
    await client.query('rollback');
  }
}

/** A name in SQL, whatever it is. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Text in SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
