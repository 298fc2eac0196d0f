import type { Tx } from '@xibu/messaging';
import type { EntitySchema } from 'typeorm';

/**
 * Writes a record that was read and locked in this transaction, whole, in one statement. `save` would read it once more
 * to find out what has changed, and make a new one of a record that is gone.
 */
export async function rewrite<Row extends object>(tx: Tx, table: EntitySchema<Row>, row: Row): Promise<void> {
  const key = tx.connection.getMetadata(table).getEntityIdMap(row) ?? {};
  const { affected } = await tx.update(table as EntitySchema<object>, key, row);
  if (affected !== 1) throw new Error(`${table.options.name} ${JSON.stringify(key)} is not there to be written`);
}
