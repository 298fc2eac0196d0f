import { Database } from './database.js';
import { openSource } from './open-source.js';

export interface OpenDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** The data of a service for a command of its own, without HTTP, bus or migrations. It works as the service. */
export async function openDatabase(service: string, url: string): Promise<OpenDatabase> {
  const source = await openSource(url, { poolSize: 2 });
  return { database: new Database(source, service), close: () => source.destroy() };
}
