import { setTimeout as pause } from 'node:timers/promises';
import type { Databases, ServiceName } from '@xibu/end-to-end/season/invariants/databases';
import type { Stack } from '@xibu/local/stack';

/**
 * Rows ever inserted into a table, also those that a kill took back: what was done twice shows here, and nowhere else.
 * PostgreSQL counts them when a connection is idle for ten seconds or ends, so all are ended first.
 */
export async function rowsWritten(
  stack: Stack,
  databases: Databases,
  service: ServiceName,
  table: string,
): Promise<number> {
  await stack.cutConnections();
  // The next look is on a new connection; those that were cut have told what they did by then.
  for (;;) {
    try {
      await pause(500);
      const [row] = await databases.rows<{ n: string }>(
        service,
        'select n_tup_ins::text n from pg_stat_user_tables where relname = $1',
        [table],
      );
      return Number(row?.n ?? 0);
    } catch (error) {
      if (!(error instanceof Error && /terminat|closed|ended/i.test(error.message))) throw error;
    }
  }
}
