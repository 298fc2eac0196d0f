import { DataSource } from 'typeorm';

/** One forward-only step of a database, with the sentence that says why. */
export interface Migration {
  /** `0003-applications`: the number orders, the name explains. */
  readonly name: string;
  readonly reason: string;
  readonly statements: readonly string[];
}

export interface MigrationTarget {
  /** The owner of the tables: never the role that the service works as. */
  readonly ownerUrl: string;
  /** The role that the service works as; it owns nothing and row-level security binds it. */
  readonly applicationRole: string;
}

/** Any number that no other lock of these databases uses. */
const lockId = 7_201_404;

/** Brings a database up to date, one process at a time; returns the names of the steps it took. */
export async function migrate(target: MigrationTarget, migrations: readonly Migration[]): Promise<string[]> {
  const names = migrations.map(({ name }) => name);
  if (new Set(names).size < names.length || [...names].sort().join() !== names.join()) {
    throw new Error(`migrations must have rising, different names: ${names.join(', ')}`);
  }
  const source = new DataSource({ type: 'postgres', url: target.ownerUrl, poolSize: 1 });
  await source.initialize();
  try {
    await source.query('select pg_advisory_lock($1)', [lockId]);
    await source.query(`create table if not exists migration (
      name text primary key, reason text not null, at timestamptz not null default now())`);
    const role = `"${target.applicationRole.replaceAll('"', '""')}"`;
    await source.query(
      `alter default privileges in schema public grant select, insert, update, delete on tables to ${role}`,
    );
    await source.query(`alter default privileges in schema public grant usage, select on sequences to ${role}`);
    const done: { name: string }[] = await source.query('select name from migration');
    const known = new Set(done.map(({ name }) => name));
    const pending = migrations.filter(({ name }) => !known.has(name));
    for (const migration of pending) await apply(source, migration);
    return pending.map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}

async function apply(source: DataSource, migration: Migration): Promise<void> {
  await source.transaction(async (tx) => {
    // Row-level security is forced on the owner too: a step that moves data works with the scope of the service.
    await tx.query(`select set_config('xibu.division_from', '0', true), set_config('xibu.division_to', '999999', true),
                           set_config('xibu.account', 'service:migration', true)`);
    for (const statement of migration.statements) await tx.query(statement);
    await tx.query('insert into migration (name, reason) values ($1, $2)', [migration.name, migration.reason]);
  });
}
