import { copiesOf, tablesOfThePlatform } from './rebuild/season-copies.js';
import type { ServiceDefinition } from './service-definition.js';
import { testDatabase } from './testing.js';

/**
 * Sentences about where the definition of a service and its database disagree on whose data are whose: a table that
 * nobody has thought of, one that does not exist, a column that is not there. None when all is said and true.
 */
export async function complaintsAboutHoldings(definition: ServiceDefinition): Promise<string[]> {
  const db = await testDatabase(definition);
  try {
    const columns = await db.query<{ table: string; column: string }>(
      `select c.table_name as table, c.column_name as column from information_schema.columns c
         join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace
        where c.table_schema = 'public' and t.relkind in ('r', 'p') and not t.relispartition`,
    );
    const known = new Map<string, string[]>();
    for (const { table, column } of columns) known.set(table, [...(known.get(table) ?? []), column]);
    return [...unnamed(definition, known), ...unknown(definition, known)];
  } finally {
    await db.close();
  }
}

type Columns = ReadonlyMap<string, readonly string[]>;

function unnamed(definition: ServiceDefinition, known: Columns): string[] {
  const named = new Set([...definition.owns, ...definition.copies.map(({ table }) => table), ...tablesOfThePlatform]);
  return [...known.keys()]
    .filter((table) => !named.has(table))
    .map((table) => `${table} is neither in owns nor in copies`);
}

function unknown(definition: ServiceDefinition, known: Columns): string[] {
  const { owns, ground = [] } = definition;
  const copies = copiesOf(definition);
  const tables = [...owns, ...copies.map(({ table }) => table), ...ground.map(({ table }) => table)];
  const columns = [
    ...copies.flatMap(({ table, besides = {} }) => Object.keys(besides).map((column) => ({ table, column }))),
    ...ground.flatMap(({ table, begins }) => Object.keys(begins).map((column) => ({ table, column }))),
  ];
  const partly = copies.filter((copy) => owns.includes(copy.table) && !copy.columns).map(({ table }) => table);
  return [
    ...tables.filter((table) => !known.has(table)).map((table) => `there is no table ${table}`),
    ...columns
      .filter(({ table, column }) => known.has(table) && !known.get(table)?.includes(column))
      .map(({ table, column }) => `${table} has no column ${column}`),
    ...partly.map((table) => `${table} is owned and a copy: say which of its columns are`),
    ...copies.filter(({ keptBy }) => keptBy.length === 0).map(({ table }) => `nothing keeps ${table}`),
  ];
}
