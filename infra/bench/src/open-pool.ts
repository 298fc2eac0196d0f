import pg from 'pg';

/** Connections as `pg` makes them, and nothing of the platform. */
export function openPool(url: string, max: number): pg.Pool {
  return new pg.Pool({ connectionString: url, max });
}
