import pg from 'pg';
import { services } from '../clock.js';

export type ServiceName = (typeof services)[number];

/** Reading connections to the databases of the services, past every policy: for checks from outside. */
export class Databases {
  private readonly pools = new Map<string, pg.Pool>();

  constructor(private readonly variables: NodeJS.ProcessEnv) {}

  /** Services whose database was named. */
  known(): ServiceName[] {
    return services.filter((name) => this.variables[variableOf(name)]);
  }

  async rows<Row extends object>(service: ServiceName, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const known = this.pools.get(service) ?? this.open(service);
    return (await known.query<Row>(sql, [...values])).rows;
  }

  urlOf(service: ServiceName): string {
    const url = this.variables[variableOf(service)];
    if (!url) throw new Error(`${variableOf(service)} is not set`);
    return url;
  }

  async close(): Promise<void> {
    for (const pool of this.pools.values()) await pool.end();
  }

  private open(service: ServiceName): pg.Pool {
    const connectionString = this.urlOf(service);
    // Legal time, as the services write it.
    const pool = new pg.Pool({ connectionString, max: 2, options: '-c timezone=Asia/Shanghai' });
    // A connection that is cut while nobody uses it is replaced when somebody does.
    pool.on('error', () => undefined);
    this.pools.set(service, pool);
    return pool;
  }
}

function variableOf(service: string): string {
  return `XIBU_${service.toUpperCase()}_DATABASE_URL`;
}
