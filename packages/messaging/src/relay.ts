import type { DataSource, QueryRunner } from 'typeorm';
import { toMessage } from './cloud-event.js';
import type { Logger } from './logger.js';
import { type Cursor, moveCursor, type OutboxBatch, type Query, readBatch, readCursor, readLag } from './outbox.js';
import type { Publisher } from './publisher.js';
import { Waiting } from './wait.js';

export interface RelayOptions {
  readonly service: string;
  /** The database that holds the outbox; the relay keeps one of its connections for as long as it leads. */
  readonly connection: Pick<DataSource, 'createQueryRunner' | 'query'>;
  readonly publisher: Publisher;
  readonly logger: Logger;
  /** Facts read and published at once, at most 500. */
  readonly batchSize?: number;
  /** Shortest and longest pause between two looks at an empty outbox. */
  readonly pollMs?: readonly [number, number];
  /** How often a standby asks whether it may lead, and how long a relay in trouble waits before it tries again. */
  readonly standbyMs?: number;
  readonly daysKept?: number;
}

const DAYS_AHEAD = 3;
const HOUR = 3_600_000;

/**
 * Tells the bus what the service has recorded. One relay per service is at work, under an advisory lock of its session;
 * the others stand by. The cursor moves only after the bus has acknowledged everything before it, so a crash at any
 * point repeats facts and never loses one.
 */
export class Relay {
  private readonly waiting = new Waiting();
  private readonly batchSize: number;
  private readonly pollMs: readonly [number, number];
  private readonly standbyMs: number;
  private running: Promise<void> | null = null;
  private stopping = false;
  private leading = false;

  constructor(private readonly options: RelayOptions) {
    this.batchSize = Math.min(options.batchSize ?? 500, 500);
    this.pollMs = options.pollMs ?? [5, 250];
    this.standbyMs = options.standbyMs ?? 1_000;
  }

  /** Begins to work in the background. */
  async start(): Promise<void> {
    if (this.running) return;
    this.stopping = false;
    this.running = this.run();
  }

  /** Something was committed: look now instead of at the next poll. */
  kick(): void {
    this.waiting.tell();
  }

  /** Finishes the batch at hand and lets a standby take over. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.waiting.tell();
    await this.running;
    this.running = null;
  }

  /** Whether this relay is the one that publishes. */
  leads(): boolean {
    return this.leading;
  }

  /** What has been recorded and not been told yet. */
  async lag(): Promise<{ rows: number; oldestSeconds: number }> {
    return readLag((sql, values) => this.options.connection.query(sql, values));
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.onOneConnection((session) => this.lead(session));
      } catch (error) {
        const { service, logger } = this.options;
        logger.warn({ err: error, service }, 'the relay could not go on and will try again');
      }
      if (!this.stopping) await this.waiting.upTo(this.standbyMs);
    }
  }

  private async onOneConnection(work: (session: QueryRunner) => Promise<void>): Promise<void> {
    const session = this.options.connection.createQueryRunner();
    try {
      await session.connect();
      await work(session);
    } finally {
      await session.release();
    }
  }

  /** Publishes until told to stop, if no other relay of this service does. */
  private async lead(session: QueryRunner): Promise<void> {
    const query: Query = (sql, values) => session.query(sql, values);
    const lock = ['xibu.relay', this.options.service];
    const [granted] = (await query('select pg_try_advisory_lock(hashtext($1), hashtext($2)) as leads', lock)) as {
      leads: boolean;
    }[];
    if (!granted?.leads) return;
    this.leading = true;
    try {
      await this.publishAll(query);
    } finally {
      this.leading = false;
      if (!session.isReleased) await query('select pg_advisory_unlock(hashtext($1), hashtext($2))', lock);
    }
  }

  private async publishAll(query: Query): Promise<void> {
    await this.adopt(query);
    const told = new Set<string>();
    let cursor = await readCursor(query);
    let pause = this.pollMs[0];
    let keptAt = Number.NEGATIVE_INFINITY;
    while (!this.stopping) {
      if (performance.now() - keptAt > HOUR) {
        await this.keepTables(query);
        keptAt = performance.now();
      }
      const batch = await readBatch(query, cursor, this.batchSize);
      if (batch) {
        cursor = await this.publish(query, cursor, batch, told);
        pause = this.pollMs[0];
      } else {
        await this.waiting.upTo(pause);
        pause = Math.min(pause * 2, this.pollMs[1]);
      }
    }
  }

  private async publish(query: Query, from: Cursor, batch: OutboxBatch, told: Set<string>): Promise<Cursor> {
    const rows = batch.rows.filter((row) => !told.has(row.id));
    await this.options.publisher.publish(rows.map((row) => toMessage(row, this.options.service)));
    if (!(await moveCursor(query, from, batch.end))) throw new Error('another relay has moved the cursor');
    for (const row of batch.rows) {
      if (isBehind(row, batch.end)) told.add(row.id);
      else told.delete(row.id);
    }
    return batch.end;
  }

  private async adopt(query: Query): Promise<void> {
    const [answer] = (await query('select outbox_adopt() as adopted')) as { adopted: boolean }[];
    if (!answer?.adopted) return;
    const { service, logger } = this.options;
    logger.warn({ service }, 'this database was restored from a dump: what it had not told is told now');
  }

  /** Failing to make a table is no reason to stop telling: the next hour tries again, and rows have a place meanwhile. */
  private async keepTables(query: Query): Promise<void> {
    try {
      await query('select outbox_keep($1, $2)', [DAYS_AHEAD, this.options.daysKept ?? 14]);
    } catch (error) {
      this.options.logger.warn({ err: error, service: this.options.service }, 'the days of the outbox were not kept');
    }
  }
}

/** Whether a row lies after the end of the batch it was published with. */
function isBehind(row: Cursor, end: Cursor): boolean {
  const [xid, endXid] = [BigInt(row.xid), BigInt(end.xid)];
  return xid > endXid || (xid === endXid && BigInt(row.id) > BigInt(end.id));
}
