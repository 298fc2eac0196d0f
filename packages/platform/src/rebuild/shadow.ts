import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { migrate } from '../migrator.js';
import type { ServiceDefinition } from '../service-definition.js';
import { migrationsOf } from '../start-service.js';
import type { Ground } from './copy.js';
import { connect, literal, quoted, rowsOf } from './rows.js';

/** A database beside that of a service, in which its copies are made anew. */
export interface Shadow {
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes it with the service's own migrations; what an earlier rebuilding that was killed has left behind goes first. */
export async function makeShadow(
  kept: pg.Client,
  keptUrl: string,
  definition: Pick<ServiceDefinition, 'migrations' | 'ground'>,
): Promise<Shadow> {
  const { rows } = await kept.query<{ database: string; role: string }>(
    'select current_database() as database, current_user as role',
  );
  const { database = '', role = '' } = rows[0] ?? {};
  await dropLeftovers(kept, `${database}_shadow_`);
  const name = `${database}_shadow_${randomBytes(4).toString('hex')}`;
  await kept.query(`create database ${quoted(name)} template template0`);
  // It is thrown away at the end, whatever happens.
  await kept.query(`alter database ${quoted(name)} set synchronous_commit = off`);
  const address = new URL(keptUrl);
  address.pathname = `/${name}`;
  const shadow = { url: address.href, drop: () => drop(kept, name) };
  try {
    await migrate({ ownerUrl: shadow.url, applicationRole: role }, migrationsOf(definition));
    for (const ground of definition.ground ?? []) await layGround(kept, shadow.url, ground);
    return shadow;
  } catch (error) {
    await shadow.drop();
    throw error;
  }
}

async function drop(kept: pg.Client, name: string): Promise<void> {
  await kept.query(`drop database if exists ${quoted(name)} with (force)`);
}

async function dropLeftovers(kept: pg.Client, prefix: string): Promise<void> {
  const { rows } = await kept.query<{ name: string }>(
    `select datname as name from pg_database d where starts_with(datname, $1)
        and not exists (select from pg_stat_activity a where a.datname = d.datname)`,
    [prefix],
  );
  for (const { name } of rows) await drop(kept, name);
}

/** Copies the rows of a table as they stand now, with the columns that others tell of as they are at the beginning. */
async function layGround(kept: pg.Client, shadowUrl: string, { table, begins }: Ground): Promise<void> {
  const changes = Object.entries(begins).map(([column, sql]) => `${literal(column)}, ${sql}`);
  const question = `select (to_jsonb(t) || jsonb_build_object(${changes.join(', ')}))::text as row from ${quoted(table)} t`;
  const shadow = await connect(shadowUrl);
  try {
    // The rows are known to be right; rows that they point to, and the audit trail, are left out.
    await shadow.query('set session_replication_role = replica');
    const columns = await writableColumns(shadow, table);
    let page: string[] = [];
    const write = async (): Promise<void> => {
      await shadow.query(
        `insert into ${quoted(table)} (${columns}) overriding system value
         select ${columns} from unnest($1::jsonb[]) j, jsonb_populate_record(null::${quoted(table)}, j) r`,
        [page],
      );
      page = [];
    };
    for await (const { row } of rowsOf<{ row: string }>(kept, question)) {
      page.push(row);
      if (page.length === 500) await write();
    }
    await write();
  } finally {
    await shadow.end();
  }
}

/** All but those that the database works out of the others. */
async function writableColumns(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [quoted(table)],
  );
  return rows.map(({ name }) => quoted(name)).join(', ');
}
