/** The same database as the superuser of the bench server, whom no row-level security binds. */
export function superuserOf(url: string): string {
  const server = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  server.pathname = new URL(url).pathname;
  return server.href;
}
