import { DataSource } from 'typeorm';
import { Database } from './database.js';

export interface OpenDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** The data of a service for a command of its own, without HTTP, bus or migrations. It works as the service. */
export async function openDatabase(service: string, url: string): Promise<OpenDatabase> {
  const source = new DataSource({
    ...{ type: 'postgres' as const, url, poolSize: 2 },
    extra: { options: '-c timezone=Asia/Shanghai' },
  });
  await source.initialize();
  return { database: new Database(source, service), close: () => source.destroy() };
}
