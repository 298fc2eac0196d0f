/** Everything that is asked of the bus takes milliseconds. */
export const answerWithinMs = 15_000;

/**
 * Who hears nothing for so long takes the line for dead; PostgreSQL does the same with us, and lets go of the locks.
 * For any connection of `pg`.
 */
export function impatience(patienceMs = answerWithinMs) {
  return {
    ...{ connectionTimeoutMillis: patienceMs, query_timeout: patienceMs },
    ...{ keepAlive: true, keepAliveInitialDelayMillis: 10_000 },
    options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
  };
}
