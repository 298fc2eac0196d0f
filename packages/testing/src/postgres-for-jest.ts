import { startTestServer, type TestServer } from './test-server.js';

declare global {
  var xibuTestServer: TestServer | undefined;
}

/** Before the first spec: a server for all of them, unless the run already brings one in `TEST_DATABASE_URL`. */
export default async function startPostgresForJest(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  globalThis.xibuTestServer = await startTestServer();
  process.env['TEST_DATABASE_URL'] = globalThis.xibuTestServer.url;
}
