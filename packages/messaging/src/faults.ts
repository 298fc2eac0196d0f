const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);

/** Somebody else holds what was asked for, longer than anybody may wait. */
const LOCKED = '55P03';

const NO_ANSWER =
  /connection terminated|connection error|timeout exceeded when trying to connect|query read timeout|QueryRunner(Provider)?AlreadyReleased/i;

/**
 * Whether the database could not be reached or could not work at all (connection lost or silent, shutting down, out of
 * memory, disk or connections, or everything locked). That says nothing about the fact at hand, so such a try does not count.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause = 'driverError' in error && error.driverError instanceof Error ? error.driverError : error;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  // Where a server listens on a socket in the file system, that one is missing says that the server is away.
  const isNobodyThere = code === 'ENOENT' && 'syscall' in cause && cause.syscall === 'connect';
  if (isNobodyThere || NO_CONNECTION.has(code) || /^(08|53|57P)/.test(code) || code === LOCKED) return true;
  return NO_ANSWER.test(`${cause.name} ${cause.message}`);
}
