import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type BoundReaction, boundReactions, type Transactions } from '@xibu/messaging';
import type { DataSource } from 'typeorm';
import type { ServiceConfig } from '../config.js';
import { Database } from '../database.js';
import { openLog } from '../logging.js';
import { Running } from '../operations/running.js';
import { ServiceModule } from '../service.module.js';
import type { ServiceDefinition } from '../service-definition.js';
import type { Copy } from './copy.js';
import { FactClock } from './fact-clock.js';

interface Parts {
  readonly definition: ServiceDefinition;
  readonly config: ServiceConfig;
  /** Of the shadow. */
  readonly source: DataSource;
}

/**
 * The reactions that keep these copies, as the service itself would build them, on another database and with the clock
 * of the facts. The application is built and never begun: nothing listens, nothing ticks, no hook is called.
 */
export async function reactionsTo(
  copies: readonly Copy[],
  { definition, config, source }: Parts,
): Promise<{ readonly reactions: BoundReaction[]; readonly transactions: Transactions }> {
  const clock = new FactClock();
  const database = new Database(source, definition.name);
  const logger = openLog(definition.name, 'silent');
  const module = ServiceModule.of(definition, { config, database, clock, logger, running: new Running() });
  const app = await NestFactory.create(module, new FastifyAdapter(), { logger: false, abortOnError: false });
  const built = app.get(DiscoveryService, { strict: false }).getControllers();
  const controllers = [...new Set(copies.flatMap(({ keptBy }) => keptBy))].map((type: Type): object => {
    const found: unknown = built.find(({ metatype }) => metatype === type)?.instance;
    if (typeof found !== 'object' || found === null) throw new Error(`${definition.name} has no ${type.name}`);
    return found;
  });
  const reactions = controllers.flatMap(boundReactions).map(({ type, react }): BoundReaction => {
    return {
      type,
      react(fact, tx) {
        clock.show(fact.at);
        return react(fact, tx);
      },
    };
  });
  return { reactions, transactions: (work) => database.asService(work, 'rebuild') };
}
