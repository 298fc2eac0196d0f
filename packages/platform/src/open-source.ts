import { DataSource, type EntitySchema } from 'typeorm';
import { PreparedClient } from './prepared-client.js';

interface SourceOptions {
  readonly tables?: readonly EntitySchema[];
  readonly poolSize: number;
  /** PostgreSQL ends a statement that takes longer; without it, each takes as long as it likes. */
  readonly statementMs?: number;
  /**
   * Longest wait for a connection or a lock. Shorter than the patience of the gateway: whoever asked hears from the
   * service itself that it cannot.
   */
  readonly waitMs?: number;
  /** An answer that does not come so long after PostgreSQL must have ended the statement never will: the line is dead. */
  readonly graceMs?: number;
}

const keepAliveAfterMs = 10_000;

/** By these PostgreSQL notices within half a minute that a service is gone, and lets go of what it held. */
const keepAlive = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

/** Connections to the data of a service, as `Database` needs them. */
export function openSource(
  url: string,
  { tables = [], poolSize, statementMs, waitMs = 10_000, graceMs = 5_000 }: SourceOptions,
): Promise<DataSource> {
  const limits =
    statementMs === undefined
      ? ''
      : `-c statement_timeout=${statementMs} -c lock_timeout=${waitMs} -c idle_in_transaction_session_timeout=60000`;
  return new DataSource({
    ...{ type: 'postgres' as const, url, entities: [...tables], synchronize: false, poolSize },
    extra: {
      Client: PreparedClient,
      // Legal time in every answer that PostgreSQL writes itself.
      options: `-c timezone=Asia/Shanghai ${keepAlive} ${limits}`,
      ...{ keepAlive: true, keepAliveInitialDelayMillis: keepAliveAfterMs, connectionTimeoutMillis: waitMs },
      ...(statementMs === undefined ? {} : { query_timeout: statementMs + graceMs }),
      // What a connection has prepared goes with it, so it outlives a quiet minute.
      idleTimeoutMillis: 300_000,
    },
    // A lost connection is noticed by whoever uses it next.
    poolErrorHandler: () => undefined,
  }).initialize();
}
