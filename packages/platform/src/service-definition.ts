import type { Type } from '@nestjs/common';
import type { EntitySchema } from 'typeorm';
import type { ServiceConfig } from './config.js';
import type { Migration } from './migrator.js';
import type { Holdings } from './rebuild/copy.js';

/** All that makes a service one: `main.ts` starts it, specs start it, `generate` reads its OpenAPI from it. */
export interface ServiceDefinition<Config extends ServiceConfig = ServiceConfig> extends Holdings {
  /** One lower-case word: `/api/<name>`, database `xibu_<name>`, consumer group `xibu.<name>`. */
  readonly name: string;
  readonly module: Type;
  readonly config: new () => Config;
  /** Rising from `0010-…`; the numbers below belong to messaging and platform. */
  readonly migrations: readonly Migration[];
  readonly tables: readonly EntitySchema[];
  /** Keeps copies of seasons, rulebooks and offices; all but the service that owns them. */
  readonly copiesSeasons: boolean;
}
