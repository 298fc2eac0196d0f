import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Progress, Subscription, SubscriptionOptions } from '../subscription.js';
import { Waiting } from '../wait.js';
import { impatience } from './impatience.js';

export interface EmbeddedSubscriptionOptions extends SubscriptionOptions {
  readonly url: string;
  readonly partitions: number;
  readonly patienceMs: number;
}

interface Held {
  readonly id: number;
  readonly topic: string;
  readonly partition: number;
  /** The next offset to read. */
  position: bigint;
  /** The listener still works on what it was given. */
  busy: boolean;
  /** There may be more than it was given. */
  hasMore: boolean;
}

interface Row {
  readonly id: number;
  readonly offset: string;
  readonly key: string | null;
  readonly headers: Record<string, string>;
  readonly value: Buffer | null;
}

const BATCH = 200;
/** Whoever appends notifies, and one look brings all there is: this is for a notification that went astray. */
const POLL_MS = 250;
const REBALANCE_EVERY_MS = 500;
const RECONNECT_AFTER_MS = 500;

/**
 * One member of a group. Membership and ownership are advisory locks of one session: a shared one that all members
 * hold and can be counted by, and one for each partition. When a member dies, PostgreSQL ends its session and the others
 * take over what it held.
 */
export class EmbeddedSubscription implements Subscription {
  private readonly waiting = new Waiting();
  private readonly held = new Map<number, Held>();
  private running: Promise<void> | null = null;
  private stopping = false;
  private problem: string | null = 'has not joined its group yet';
  private rebalanceAt = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly options: EmbeddedSubscriptionOptions,
  ) {}

  async start(): Promise<void> {
    if (this.running) return;
    await new Promise<void>((resolve) => {
      this.running = this.run(resolve);
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.waiting.tell();
    await this.running;
  }

  trouble(): string | null {
    return this.problem;
  }

  /** Never moves back: a member that has lost the partition meanwhile may commit late, and it commits the truth. */
  async commit(progress: readonly Progress[]): Promise<void> {
    await this.pool.query({
      name: 'commit',
      text: `insert into bus_cursor as c (group_id, partition_id, next_offset)
       select g.id, p.id, n.next
         from unnest($2::text[], $3::int[], $4::bigint[]) n (topic, partition, next)
         join bus_partition p on p.topic = n.topic and p.partition = n.partition
         join bus_group g on g.name = $1
       on conflict (group_id, partition_id) do update set next_offset = excluded.next_offset
        where c.next_offset < excluded.next_offset`,
      values: [
        this.options.group,
        progress.map(({ topic }) => topic),
        progress.map(({ partition }) => partition),
        progress.map(({ next }) => `${next}`),
      ],
    });
  }

  async lag(): Promise<Record<string, number>> {
    const { rows } = await this.pool.query<{ topic: string; lag: number }>(
      `select p.topic, sum(p.next_offset - coalesce(c.next_offset, 0))::int as lag
         from bus_partition p
         left join bus_group g on g.name = $1
         left join bus_cursor c on c.group_id = g.id and c.partition_id = p.id
        where p.topic = any ($2) group by p.topic`,
      [this.options.group, this.options.topics],
    );
    return Object.fromEntries(rows.map(({ topic, lag }) => [topic, lag]));
  }

  private async run(joined: () => void): Promise<void> {
    while (!this.stopping) {
      try {
        await this.onOneSession((session, group, lost) => this.serve(session, group, lost, joined));
      } catch (error) {
        this.problem = `the bus cannot be reached: ${error instanceof Error ? error.message : String(error)}`;
        this.options.logger.warn({ err: error, group: this.options.group }, 'the bus was lost; connecting again');
      }
      this.options.listener.abandon([...this.held.values()]);
      this.held.clear();
      joined();
      // Not a wait for news: that the connection was lost is news, and would end it at once.
      if (!this.stopping) await delay(RECONNECT_AFTER_MS);
    }
  }

  private async onOneSession(
    serve: (session: pg.Client, group: number, lost: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { url, group, topics, partitions, patienceMs } = this.options;
    const session = new pg.Client({ connectionString: url, application_name: group, ...impatience(patienceMs) });
    const lost = new AbortController();
    session.on('error', () => this.lose(lost));
    session.on('end', () => this.lose(lost));
    // News is the name of a group whose members change, or of a topic that has grown.
    session.on('notification', ({ payload = '' }) => {
      if (payload === group) this.rebalanceAt = 0;
      if (payload === group || topics.includes(payload)) this.waiting.tell();
    });
    try {
      await session.connect();
      await session.query('select bus_ensure_topics($1, $2)', [topics, partitions]);
      await session.query('insert into bus_group (name) values ($1) on conflict do nothing', [group]);
      const { rows } = await session.query<{ id: number }>('select id from bus_group where name = $1', [group]);
      const id = rows[0]?.id ?? 0;
      await session.query('listen bus');
      await session.query('select pg_advisory_lock_shared($1, 0)', [id]);
      await session.query(`select pg_notify('bus', $1)`, [group]);
      await serve(session, id, lost.signal);
      // Tells the others at once; without it they would notice within half a second.
      if (!lost.signal.aborted) await session.query(`select pg_advisory_unlock_all(), pg_notify('bus', $1)`, [group]);
    } finally {
      await session.end();
    }
  }

  private lose(lost: AbortController): void {
    lost.abort();
    this.waiting.tell();
  }

  private async serve(session: pg.Client, group: number, lost: AbortSignal, joined: () => void): Promise<void> {
    this.rebalanceAt = 0;
    while (!this.stopping) {
      if (lost.aborted) throw new Error('the connection was lost');
      if (performance.now() >= this.rebalanceAt) {
        this.rebalanceAt = performance.now() + REBALANCE_EVERY_MS;
        await this.rebalance(session, group);
        this.problem = null;
        joined();
      }
      await this.fetch(session);
      await this.waiting.upTo(POLL_MS);
    }
  }

  /** A fair share for each member: gives up what is too much, takes what is free. */
  private async rebalance(session: pg.Client, group: number): Promise<void> {
    const { topics } = this.options;
    const { rows } = await session.query<{ members: number; partitions: number }>(
      `select (select count(*)::int from pg_locks
                where locktype = 'advisory' and granted and objsubid = 2 and classid = $1::oid and objid = 0
                  and database = (select oid from pg_database where datname = current_database())) as members,
              (select count(*)::int from bus_partition where topic = any ($2)) as partitions`,
      [group, topics],
    );
    const { members = 1, partitions = 0 } = rows[0] ?? {};
    const share = Math.ceil(partitions / Math.max(members, 1));
    const surplus = [...this.held.values()].slice(share);
    if (surplus.length > 0) await this.giveUp(session, group, surplus);
    if (this.held.size < share) await this.claim(session, group, share - this.held.size);
  }

  private async giveUp(session: pg.Client, group: number, surplus: readonly Held[]): Promise<void> {
    this.options.listener.abandon(surplus);
    for (const { id } of surplus) this.held.delete(id);
    await session.query('select pg_advisory_unlock($1, id) from unnest($2::int[]) id', [
      group,
      surplus.map(({ id }) => id),
    ]);
    await session.query(`select pg_notify('bus', $1)`, [this.options.group]);
  }

  private async claim(session: pg.Client, group: number, wanted: number): Promise<void> {
    const { rows } = await session.query<{ id: number; topic: string; partition: number; position: string }>(
      'select * from bus_claim($1, $2, $3, $4)',
      [group, this.options.topics, [...this.held.keys()], wanted],
    );
    for (const { position, ...row } of rows)
      this.held.set(row.id, { ...row, position: BigInt(position), busy: false, hasMore: true });
  }

  /**
   * Hands over the next messages of every partition that the listener is not busy with. Most have not grown since the
   * last look; only those that have are searched.
   */
  private async fetch(session: pg.Client): Promise<void> {
    const all = [...this.held.values()];
    const free = all.filter(({ busy }) => !busy);
    for (const held of all) held.hasMore = held.busy;
    if (free.length === 0) return;
    const { rows } = await session.query<Row>({
      name: 'fetch',
      text: `select c.id, m."offset"::text, m.key, m.headers, m.value
         from unnest($1::int[], $2::bigint[]) c (id, position)
         join bus_partition p on p.id = c.id and p.next_offset > c.position
        cross join lateral (
          select * from bus_message where partition_id = c.id and "offset" >= c.position
           order by "offset" limit ${BATCH}) m
        order by c.id, m."offset"`,
      values: [free.map(({ id }) => id), free.map(({ position }) => `${position}`)],
    });
    for (const partition of free)
      this.handOver(
        partition,
        rows.filter(({ id }) => id === partition.id),
      );
  }

  private handOver(held: Held, rows: readonly Row[]): void {
    if (rows.length === 0) return;
    const { topic, partition } = held;
    const messages = rows.map(({ offset, key, headers, value }) => ({
      ...{ topic, partition, key, headers, value },
      offset: BigInt(offset),
    }));
    held.position = BigInt(rows[rows.length - 1]?.offset ?? 0) + 1n;
    held.busy = true;
    held.hasMore = rows.length === BATCH;
    void this.options.listener.accept({ topic, partition, messages }).finally(() => {
      held.busy = false;
      if (held.hasMore) this.waiting.tell();
    });
  }
}
