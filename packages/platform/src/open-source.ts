import { DataSource, type EntitySchema } from 'typeorm';
import { PreparedClient } from './prepared-client.js';

interface SourceOptions {
  readonly tables?: readonly EntitySchema[];
  readonly poolSize: number;
  /** Beside the time zone, as PostgreSQL takes them: `-c name=value`. */
  readonly settings?: string;
}

/** Connections to the data of a service, as `Database` needs them. */
export function openSource(url: string, { tables = [], poolSize, settings = '' }: SourceOptions): Promise<DataSource> {
  return new DataSource({
    ...{ type: 'postgres' as const, url, entities: [...tables], synchronize: false, poolSize },
    extra: {
      Client: PreparedClient,
      // Legal time in every answer that PostgreSQL writes itself.
      options: `-c timezone=Asia/Shanghai ${settings}`,
      // What a connection has prepared goes with it, so it outlives a quiet minute.
      idleTimeoutMillis: 300_000,
    },
    // A lost connection is noticed by whoever uses it next.
    poolErrorHandler: () => undefined,
  }).initialize();
}
