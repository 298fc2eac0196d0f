import pg from 'pg';
import { busContract } from '../contract/contract.js';
import type { BusHarness } from '../contract/harness.js';
import { createDatabase } from '../contract/test-database.js';
import type { EmbeddedBusConfig } from './embedded-bus.js';

/** The embedded bus on a database of its own. */
class EmbeddedHarness implements BusHarness {
  readonly name = 'embedded';
  private url = '';
  private client: pg.Client;

  async start(): Promise<void> {
    this.url = await createDatabase();
    this.client = new pg.Client({ connectionString: this.url });
    await this.client.connect();
  }

  async stop(): Promise<void> {
    await this.client.end();
  }

  config(): EmbeddedBusConfig {
    return { bus: 'embedded', url: this.url, partitions: 3 };
  }

  /** Topics make themselves when they are first used. */
  async makeTopic(): Promise<void> {}

  /** The server is shared with the services, so only what is connected to the bus loses its connection. */
  async restart(): Promise<void> {
    await this.client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  }

  async partitionOf(key: string): Promise<number> {
    const answer = await this.client.query<{ partition: number }>(
      'select ((hashtextextended($1, 0) & 9223372036854775807) % 3)::int as partition',
      [key],
    );
    return answer.rows[0]?.partition ?? -1;
  }

  async forget(topic: string, partition: number, messages: number): Promise<void> {
    await this.client.query(
      `delete from bus_message m using bus_partition p
        where p.id = m.partition_id and p.topic = $1 and p.partition = $2 and m."offset" < $3`,
      [topic, partition, messages],
    );
  }
}

busContract(new EmbeddedHarness());
