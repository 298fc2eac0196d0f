import pg from 'pg';
import type { Bus } from '../bus.js';
import { FactServer, groupOf, type StrategyOptions } from '../fact-server.js';
import { type Ends, endsOf, type Take } from '../history.js';
import type { Logger } from '../logger.js';
import type { Message } from '../message.js';
import type { Publisher } from '../publisher.js';
import { readEmbeddedHistory, stretchesOf } from './embedded-history.js';
import { embeddedBusSchema } from './embedded-schema.js';
import { EmbeddedSubscription } from './embedded-subscription.js';
import { answerWithinMs, impatience } from './impatience.js';

export interface EmbeddedBusConfig {
  readonly bus: 'embedded';
  /** A PostgreSQL database that belongs to the bus alone. */
  readonly url: string;
  /** Partitions of a topic that is seen for the first time. */
  readonly partitions?: number;
  /** Silence of the database after which a connection counts as dead; 15 seconds when nothing is said. */
  readonly patienceMs?: number;
}

const PARTITIONS = 4;

/** A log with the cursors of consumer groups in PostgreSQL: the bus of one machine. */
export class EmbeddedBus implements Bus {
  private readonly pool: pg.Pool;

  private constructor(
    private readonly config: EmbeddedBusConfig,
    logger: Logger,
  ) {
    const { url, patienceMs } = config;
    this.pool = new pg.Pool({
      ...{ connectionString: url, max: 4, application_name: 'xibu bus' },
      ...impatience(patienceMs),
    });
    this.pool.on('error', (error) => logger.warn({ err: error }, 'an idle connection of the bus was lost'));
  }

  static async open(config: EmbeddedBusConfig, logger: Logger): Promise<EmbeddedBus> {
    const bus = new EmbeddedBus(config, logger);
    try {
      // One service makes the tables; the others, starting at the same moment, wait for it.
      await bus.pool.query(`begin; select pg_advisory_xact_lock(hashtext('xibu.bus')); ${embeddedBusSchema}; commit`);
    } catch (error) {
      await bus.close();
      throw error;
    }
    return bus;
  }

  strategy(options: StrategyOptions): FactServer {
    const { url, partitions = PARTITIONS, patienceMs = answerWithinMs } = this.config;
    return new FactServer(
      options,
      (subscription) => new EmbeddedSubscription(this.pool, { ...subscription, url, partitions, patienceMs }),
    );
  }

  publisher(): Publisher {
    return {
      publish: (messages) => this.append(messages),
      close: () => Promise.resolve(),
    };
  }

  async rewind({ service, topics }: { readonly service: string; readonly topics: readonly string[] }): Promise<void> {
    const { rows } = await this.pool.query<{ members: number }>(
      `select count(*)::int as members from pg_locks l join bus_group g on l.classid = g.id::oid
        where g.name = $1 and l.locktype = 'advisory' and l.objsubid = 2 and l.objid = 0
          and l.database = (select oid from pg_database where datname = current_database())`,
      [groupOf(service)],
    );
    if (rows[0]?.members !== 0) throw new Error(`${groupOf(service)} is listening; stop it before it is rewound`);
    await this.pool.query(
      `delete from bus_cursor c using bus_group g, bus_partition p
        where g.name = $1 and c.group_id = g.id and p.id = c.partition_id and p.topic = any ($2)`,
      [groupOf(service), topics],
    );
  }

  async history(topics: readonly string[], take: Take): Promise<Ends> {
    return endsOf(await readEmbeddedHistory(this.pool, topics, take));
  }

  async ends(topics: readonly string[]): Promise<Ends> {
    return endsOf(await stretchesOf(this.pool, topics));
  }

  async close(): Promise<void> {
    if (!this.pool.ended) await this.pool.end();
  }

  /** One statement, so one transaction: all of it is stored when this resolves, and none of it when it did not happen. */
  private async append(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    await this.pool.query({
      name: 'append',
      text: 'select bus_append($1, $2, $3, $4, $5)',
      values: [
        this.config.partitions ?? PARTITIONS,
        messages.map(({ topic }) => topic),
        messages.map(({ key }) => key),
        messages.map(({ headers }) => JSON.stringify(headers)),
        messages.map(({ value }) => value),
      ],
    });
  }
}
