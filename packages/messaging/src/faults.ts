const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);

/**
 * Whether the database could not be reached or could not work at all (connection lost, shutting down, out of memory or
 * of connections). That says nothing about the fact at hand, so such a try does not count.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause = 'driverError' in error && error.driverError instanceof Error ? error.driverError : error;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  // Where a server listens on a socket in the file system, that one is missing says that the server is away.
  const isNobodyThere = code === 'ENOENT' && 'syscall' in cause && cause.syscall === 'connect';
  if (isNobodyThere || NO_CONNECTION.has(code) || /^(08|53|57P)/.test(code)) return true;
  return /connection terminated|connection error|timeout exceeded when trying to connect|QueryRunner(Provider)?AlreadyReleased/i.test(
    `${cause.name} ${cause.message}`,
  );
}
