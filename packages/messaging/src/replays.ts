import { Refusal } from '@xibu/domain';
import { read } from './cloud-event.js';
import { isOutage } from './faults.js';
import { describe, holdKey } from './inbox.js';
import type { Logger } from './logger.js';
import type { Delivered } from './message.js';
import type { Reactions } from './reactions.js';
import type { Transactions, Tx } from './transactions.js';
import { Waiting } from './wait.js';

export interface ReplaysOptions {
  readonly consumer: string;
  readonly transactions: Transactions;
  readonly logger: Logger;
  /** How often it looks for requests of operators. */
  readonly everyMs: number;
  /** Tries of a fact before it was parked. */
  readonly attempts: number;
  /** What failed is tried again by itself so long after it was parked, then after pauses that double. */
  readonly retryAfterMs: number;
}

/** Pauses do not grow beyond a year. */
const DOUBLINGS_MAX = 20;

interface ParkedLane {
  readonly topic: string;
  readonly key: string;
}

interface ParkedRow {
  readonly id: string;
  readonly fact_id: string | null;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly value: Buffer | null;
  readonly retry_requested_by: string | null;
}

/**
 * Tries parked facts again: key by key, in order, until one fails again. When an operator has asked for it; and by
 * itself what has failed, because what it waits for may have come meanwhile. What was refused or unreadable stays.
 */
export class Replays {
  private readonly waiting = new Waiting();
  private running: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly options: ReplaysOptions,
    private readonly reactions: Reactions,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.waiting.tell();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.requestDue();
        for (const lane of await this.requested()) await this.replayLane(lane);
      } catch (error) {
        this.options.logger.warn({ err: error }, 'parked facts could not be looked at; trying again');
      }
      await this.waiting.upTo(this.options.everyMs);
    }
  }

  private async requestDue(): Promise<void> {
    const { consumer, attempts, retryAfterMs } = this.options;
    await this.options.transactions((tx) =>
      tx.query(
        `update parked p set retry_requested_at = now(), retry_requested_by = $1
           from (select distinct topic, key from parked
                  where consumer = $1 and settled_at is null and retry_requested_at is null and reason = 'failed'
                    and now() > parked_at + make_interval(secs =>
                          $2::float / 1000 * (2 ^ least(greatest(attempts - $3::int, 0) + 1, $4::int) - 1))) due
          where p.consumer = $1 and p.topic = due.topic and p.key = due.key and p.settled_at is null`,
        [consumer, retryAfterMs, attempts, DOUBLINGS_MAX],
      ),
    );
  }

  private async requested(): Promise<ParkedLane[]> {
    return this.options.transactions(
      (tx) =>
        tx.query(
          `select distinct topic, key from parked
            where consumer = $1 and settled_at is null and retry_requested_at is not null limit 100`,
          [this.options.consumer],
        ) as Promise<ParkedLane[]>,
    );
  }

  private async replayLane(lane: ParkedLane): Promise<void> {
    let more = true;
    while (more && !this.stopping) {
      let tried: ParkedRow | null = null;
      try {
        more = await this.options.transactions(async (tx) => {
          tried = await this.first(tx, lane);
          if (tried) await this.replay(tx, lane, tried);
          return tried !== null;
        });
      } catch (error) {
        if (tried === null || isOutage(error)) throw error;
        await this.failed(lane, tried, error);
        more = false;
      }
    }
  }

  /** The first parked fact of the lane, held until the transaction ends; null when none is left to be tried. */
  private async first(tx: Tx, { topic, key }: ParkedLane): Promise<ParkedRow | null> {
    await holdKey(tx, this.options.consumer, topic, key);
    const [row] = (await tx.query(
      `select id::text, fact_id::text, partition, "offset"::text, key, headers, value, retry_requested_by,
              retry_requested_at is not null as requested
         from parked where consumer = $1 and topic = $2 and key = $3 and settled_at is null order by parked.id limit 1`,
      [this.options.consumer, topic, key],
    )) as (ParkedRow & { requested: boolean })[];
    return row?.requested ? row : null;
  }

  private async replay(tx: Tx, { topic }: ParkedLane, row: ParkedRow): Promise<void> {
    const { partition, key, headers, value } = row;
    const message: Delivered = { topic, partition, offset: BigInt(row.offset), key, headers, value };
    const { fact, traceparent } = read(message);
    await tx.query('insert into inbox (consumer, fact_id) values ($1, $2) on conflict do nothing', [
      this.options.consumer,
      fact.id,
    ]);
    await this.reactions.run(fact, traceparent, tx);
    await tx.query(
      `update parked set settlement = 'replayed', settled_at = now(), settled_by = $2 where id = $1::bigint`,
      [row.id, row.retry_requested_by],
    );
  }

  private async failed({ topic, key }: ParkedLane, row: ParkedRow, error: unknown): Promise<void> {
    this.options.logger.error({ err: error, topic, key, parked: row.id }, 'a parked fact failed again');
    const reason = error instanceof Refusal ? 'refused' : row.fact_id === null ? 'unreadable' : 'failed';
    await this.options.transactions(async (tx) => {
      await holdKey(tx, this.options.consumer, topic, key);
      await tx.query(
        `update parked set reason = $2, refusal = $3, detail = $4, attempts = attempts + 1
          where id = $1::bigint and settled_at is null`,
        [row.id, reason, error instanceof Refusal ? error.code : null, describe(error)],
      );
      await tx.query(
        `update parked set retry_requested_at = null, retry_requested_by = null
          where consumer = $1 and topic = $2 and key = $3 and settled_at is null`,
        [this.options.consumer, topic, key],
      );
    });
  }
}
