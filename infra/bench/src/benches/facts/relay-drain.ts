import { messagingSchema, outboxAdoption, type Publisher, Relay } from '@xibu/messaging';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Bench, Measured } from '../../bench.js';
import { startBenchServer } from '../../bench-server.js';
import { quietLogger } from '../../quiet-logger.js';
import { secondsOf } from '../../seconds.js';

const facts = 40_000;
/** Facts that one transaction recorded: as a batch of submissions does. */
const factsAWriter = 50;
const batch = 500;
/** Rows that the floor takes one at a time; as many as all of them would take minutes. */
const rowsOneByOne = 500;

interface Outbox {
  readonly source: DataSource;
  readonly client: pg.Client;
  /** Publishes everything from the first fact on, to nobody; answers facts a second. */
  drain(): Promise<number>;
  end(): Promise<void>;
}

/** A full outbox of forty thousand facts from eight hundred transactions. */
async function fullOutbox(): Promise<Outbox> {
  const server = await startBenchServer();
  const source = await new DataSource({ type: 'postgres', url: server.url, poolSize: 3 }).initialize();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(messagingSchema);
  await client.query(outboxAdoption);
  for (let first = 0; first < facts; first += factsAWriter) {
    await client.query(
      `insert into outbox (fact_id, topic, type, key, data, at, actor, correlation)
       select gen_random_uuid(), 'recruitment.application', 'recruitment.application.submitted.v1', 'application-' || n,
              json_build_object('season', '2023-2024', 'number', n, 'division', 150000, 'university', '4115010126',
                                'faculty', '文学与新闻传播学院', 'submittedAt', '2023-05-02T09:30:00+08:00'),
              '2023-05-02', 'account-' || n, 'request-' || n
         from generate_series($1::int, $2::int) n`,
      [first + 1, first + factsAWriter],
    );
  }
  await client.query('vacuum analyze outbox');
  return {
    ...{ source, client },
    drain: () => drain(source),
    async end() {
      await source.destroy();
      await client.end();
      await server.stop();
    },
  };
}

async function drain(source: DataSource): Promise<number> {
  await source.query(`update outbox_cursor set xid = '0', id = 0`);
  let published = 0;
  let done = (): void => undefined;
  const everything = new Promise<void>((resolve) => {
    done = resolve;
  });
  const nobody: Publisher = {
    async publish(messages) {
      published += messages.length;
      if (published >= facts) done();
    },
    close: async () => undefined,
  };
  const relay = new Relay({ service: 'bench', connection: source, publisher: nobody, logger: quietLogger });
  const seconds = await secondsOf(async () => {
    await relay.start();
    await everything;
    await relay.stop();
  });
  return facts / seconds;
}

/** The same rows in the same order and the same cursor, by nothing but two statements. */
async function bareCursor(client: pg.Client): Promise<number> {
  let [xid, id] = ['0', '0'];
  let seen = 0;
  const seconds = await secondsOf(async () => {
    for (;;) {
      const { rows } = await client.query<{ xid: string; id: string }>({
        name: 'next',
        text: `select o.id::text, o.xid::text, fact_id, topic, type, key, at, data::text, actor, correlation from outbox o
                where (o.xid, o.id) > ($1::xid8, $2::bigint) and o.xid < pg_snapshot_xmin(pg_current_snapshot())
                order by o.xid, o.id limit ${batch}`,
        values: [xid, id],
      });
      const last = rows.at(-1);
      if (!last) break;
      ({ xid, id } = last);
      seen += rows.length;
      await client.query({
        name: 'move',
        text: 'update outbox_cursor set xid = $1::xid8, id = $2::bigint',
        values: [xid, id],
      });
    }
  });
  if (seen !== facts) throw new Error(`the bare query saw ${seen} of ${facts} facts`);
  return seen / seconds;
}

/** What many an outbox does: take a row, tell it, and forget it. */
async function oneByOne(client: pg.Client): Promise<number> {
  await client.query('truncate queue');
  await client.query(
    `insert into queue select id, topic, type, key, data, at from outbox order by id limit ${rowsOneByOne}`,
  );
  const seconds = await secondsOf(async () => {
    for (let row = 0; row < rowsOneByOne; row += 1) {
      await client.query({
        name: 'take',
        text: `delete from queue where id = (select id from queue order by id for update skip locked limit 1)
               returning id, topic, type, key, data`,
      });
    }
  });
  return rowsOneByOne / seconds;
}

export const relayDrain: Bench = {
  name: 'relay-drain',
  goal: 'G3.1',
  what: 'draining the outbox without a broker',
  floor: 'the bare cursor query',
  unit: 'facts/s',
  target: { least: 0.5 },
  async prepare() {
    const outbox = await fullOutbox();
    return {
      round: async (): Promise<Measured> => ({ ours: await outbox.drain(), floor: await bareCursor(outbox.client) }),
      end: outbox.end,
    };
  },
};

export const relayDrainByRow: Bench = {
  name: 'relay-drain-by-row',
  goal: 'G3.1',
  what: 'draining the outbox without a broker',
  floor: 'taking row by row, delete … skip locked limit 1',
  unit: 'facts/s',
  target: { least: 30 },
  async prepare() {
    const outbox = await fullOutbox();
    await outbox.client.query(
      'create table queue (id bigint primary key, topic text, type text, key text, data json, at timestamptz)',
    );
    return {
      round: async (): Promise<Measured> => ({ ours: await outbox.drain(), floor: await oneByOne(outbox.client) }),
      end: outbox.end,
    };
  },
};
