import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { Logger } from '@xibu/messaging';
import { AuditController } from './audit/audit.controller.js';
import { EveryMinuteSealAudit } from './audit/every-minute-seal-audit.js';
import { Clock } from './clock.js';
import { ServiceConfig } from './config.js';
import { Database } from './database.js';
import { AccessGuard } from './http/access.guard.js';
import { Arrivals } from './http/arrivals.js';
import { ProblemFilter } from './http/problems.js';
import { Tokens } from './http/tokens.js';
import { HealthController } from './operations/health.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { Running } from './operations/running.js';
import { EveryDayForgetKeys } from './schedules/every-day-forget-keys.js';
import { Sealing } from './sealing/sealing.js';
import { WhenSeasonChanged } from './seasons/when-season-changed.js';
import type { ServiceDefinition } from './service-definition.js';

export interface ServiceParts {
  readonly config: ServiceConfig;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly running: Running;
}

/** Wraps a service's own module with what every service has. */
@Module({})
export class ServiceModule {
  static of(definition: ServiceDefinition, parts: ServiceParts): DynamicModule {
    const provided = [
      { provide: Database, useValue: parts.database },
      { provide: Clock, useValue: parts.clock },
      { provide: Running, useValue: parts.running },
      { provide: ServiceConfig, useValue: parts.config },
      ...(definition.config === ServiceConfig ? [] : [{ provide: definition.config, useValue: parts.config }]),
      { provide: Sealing, useFactory: () => new Sealing(parts.config.fieldKeys, parts.config.blindIndexKey) },
      { provide: Tokens, useFactory: () => new Tokens(parts.config.tokenPublicKey) },
    ];
    return {
      module: ServiceModule,
      global: true,
      imports: [definition.module, DiscoveryModule],
      controllers: [
        ...[HealthController, OperationsController, AuditController],
        ...(definition.copiesSeasons ? [WhenSeasonChanged] : []),
      ],
      providers: [
        ...provided,
        Arrivals,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useFactory: () => new ProblemFilter(parts.logger) },
        ...[EveryMinuteSealAudit, EveryDayForgetKeys],
      ],
      exports: provided.map(({ provide }) => provide),
    };
  }
}
