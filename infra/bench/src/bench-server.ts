import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@xibu/local/postgres';
import { freePort } from '@xibu/testing/free-port';

export interface BenchServer {
  /** Connection string of the superuser, of the database `postgres`. */
  readonly url: string;
  /** Of the process that all others of the server hang on. */
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL of its own with the settings of a season, where an answer waits for the disk. `testDatabase` of the
 * platform finds it, so a bench can have the migrated database of a service.
 */
export async function startBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'xibu-bench-'));
  // Root starts the server as another user, who must be able to reach its folder.
  chmodSync(folder, 0o755);
  const server = await startPostgres(folder, await freePort());
  process.env['TEST_DATABASE_URL'] = server.url();
  // A bench that is broken off leaves no server behind.
  const endAtOnce = () => process.kill(server.pid, 'SIGQUIT');
  process.once('exit', endAtOnce);
  return {
    url: server.url(),
    pid: server.pid,
    async stop() {
      process.off('exit', endAtOnce);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
