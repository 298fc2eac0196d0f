import 'reflect-metadata';
import type { Logger } from '../logger.js';
import { openBus } from '../open-bus.js';
import type { Publisher } from '../publisher.js';
import type { Handler } from '../reactions.js';
import { Relay } from '../relay.js';
import type { Transactions, Tx } from '../transactions.js';
import { type Count, hear } from './counting.js';
import type { DieAt, DrillOrder } from './drill-runner.js';
import { connect } from './test-database.js';

/** A relay or a consumer that ends itself by SIGKILL at the step it was told, the third time it comes there. */
const order = JSON.parse(process.argv[2] ?? '') as DrillOrder;

let visits = 0;
function step(here: DieAt): void {
  if (order.dieAt === here && ++visits === 3) process.kill(process.pid, 'SIGKILL');
}

const silent = (): void => undefined;
const logger: Logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: (values, message) => process.stderr.write(`${message} ${JSON.stringify(values)}\n`),
};

const database = await connect(order.databaseUrl);
const bus = await openBus(order.config, logger);
const transactions: Transactions = (work) => database.transaction(work);

if (order.role === 'relay') await tell();
else await listen();

async function tell(): Promise<void> {
  const publisher = bus.publisher({ service: order.service });
  const mortal: Publisher = {
    async publish(messages) {
      // The cursor of the batch before has been moved when the next one is published.
      step('after-cursor');
      step('before-publish');
      await publisher.publish(messages);
      step('after-publish');
    },
    close: () => publisher.close(),
  };
  const { service } = order;
  await new Relay({ service, connection: database, publisher: mortal, logger, batchSize: 4, standbyMs: 50 }).start();
}

async function listen(): Promise<void> {
  const { service, type } = order;
  const mortal: Transactions = async (work) => {
    let reacted = false;
    const answer = await transactions(async (tx: Tx) => {
      const result = await work(tx);
      reacted =
        ((await tx.query('select txid_current_if_assigned() as xid')) as { xid: string | null }[])[0]?.xid !== null;
      if (reacted) step('before-commit');
      return result;
    });
    if (reacted) step('after-commit');
    return answer;
  };
  const handler: Handler = async (fact, tx) => hear({ ...fact, data: fact.data as Count }, tx);
  const server = bus.strategy({ service, transactions: mortal, logger, stalledAfterMs: 600 });
  server.addHandler(type, handler, true);
  // Progress is committed at least every fifth of a second; the lag is looked at as often, and then it has been.
  if (order.dieAt === 'after-offset') {
    setInterval(() => {
      if (server.counts().handled > 5) step('after-offset');
    }, 150);
  }
  await server.listen(silent);
}
