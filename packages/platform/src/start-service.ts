import 'reflect-metadata';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Bus, messagingSchema, openBus, outboxAdoption, Relay } from '@xibu/messaging';
import { auditOfMany } from './audit/audit-of-many.js';
import { RealClock } from './clock.js';
import { ClockWatch } from './clock-watch.js';
import { readConfig, type ServiceConfig } from './config.js';
import { Database } from './database.js';
import { followRequests } from './http/request-hook.js';
import { shapePipe } from './http/shape.js';
import { nestLog, openLog } from './logging.js';
import { measure } from './metrics.js';
import { type Migration, migrate } from './migrator.js';
import { openSource } from './open-source.js';
import { describeApi } from './openapi.js';
import { Running } from './operations/running.js';
import { platformSchema } from './platform-schema.js';
import { type Schedule, scheduleOf } from './schedules/schedule.js';
import { type NamedSchedule, Ticker } from './schedules/ticker.js';
import { ServiceModule } from './service.module.js';
import type { ServiceDefinition } from './service-definition.js';
import { openClock } from './virtual-time.js';

const tickEveryMs = 1000;
const statementMs = 30_000;
const bodyLimitBytes = 2 * 1024 * 1024;

/** All steps of a service's database, its own last. */
export function migrationsOf(definition: Pick<ServiceDefinition, 'migrations'>): Migration[] {
  const messaging = { name: '0001-messaging', reason: 'outbox, inbox and parked facts', statements: [messagingSchema] };
  const adoption = {
    name: '0004-outbox-adoption',
    reason: 'a fact that is recorded at the same moment is not taken for one of a restored database',
    statements: [outboxAdoption],
  };
  return [messaging, platformSchema, auditOfMany, adoption, ...definition.migrations];
}

export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Runs the schedules that are due now; the virtual clock does it by itself when it is moved. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a service: configuration, migrations, database, bus, HTTP, schedules; and stops it in good order on SIGTERM.
 * A wrong configuration or an unreachable database ends the process with a sentence that says what is missing.
 */
export async function startService<Config extends ServiceConfig>(
  definition: ServiceDefinition<Config>,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Promise<RunningService> {
  const config = readConfig(definition.config, variables);
  const logger = openLog(definition.name, config.logLevel);
  const startedAt = new Date();
  const applicationRole = decodeURIComponent(new URL(config.databaseUrl).username);
  const steps = await migrate({ ownerUrl: config.databaseOwnerUrl, applicationRole }, migrationsOf(definition));
  if (steps.length > 0) logger.info({ steps }, 'database migrated');

  // A statement that hangs must not hang the outbox.
  const source = await openSource(config.databaseUrl, { tables: definition.tables, poolSize: 10, statementMs });
  const bus = await openBus(busConfig(config), logger);
  const relay = new Relay({
    service: definition.name,
    connection: source,
    publisher: bus.publisher({ service: definition.name }),
    logger,
  });
  const database = new Database(source, definition.name, () => relay.kick());
  const clock = await openClock(config, database);
  const running = new Running();
  const app = await openApp(definition, { config, database, clock, logger, running });
  measure(app.getHttpAdapter().getInstance(), definition.name, running);
  const watch = clock instanceof RealClock ? new ClockWatch(clock, source, logger) : null;
  await watch?.start();

  const server = bus.strategy({ service: definition.name, transactions: (work) => database.asService(work), logger });
  app.connectMicroservice({ strategy: server });
  const schedules = schedulesOf(app);
  const ticker = new Ticker(schedules, database, clock, {
    ...{ service: definition.name, logger, startedAt: clock.now(), inStrictOrder: config.clock === 'virtual' },
  });
  await ticker.begin();
  running.set({ relay, server, ticker });
  await app.startAllMicroservices();
  await relay.start();
  await app.listen(config.port, config.host);
  const tick = () =>
    running.tick().catch((error: unknown) => {
      logger.warn({ err: error }, 'what is due could not be looked at; the next minute tries again');
    });
  const timer = config.clock === 'real' ? setInterval(() => void tick(), tickEveryMs) : null;
  logger.info(
    { port: config.port, bus: config.bus, clock: config.clock, ms: Date.now() - startedAt.getTime() },
    'ready',
  );

  const stop = once(async () => {
    if (timer) clearInterval(timer);
    watch?.stop();
    await app.close();
    await relay.stop();
    await bus.close();
    await source.destroy();
    logger.info({}, 'stopped');
  });
  return { app, url: await app.getUrl(), tick: () => running.tick(), stop };
}

/** `main.ts` of every service: starts it and stops it with the process. */
export async function runService<Config extends ServiceConfig>(definition: ServiceDefinition<Config>): Promise<void> {
  const service = await startService(definition);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void service.stop().then(() => process.exit(0)));
  }
}

/** How to reach the bus of a service. */
export function busConfig(config: ServiceConfig): Parameters<typeof openBus>[0] {
  return config.bus === 'kafka'
    ? { bus: 'kafka', brokers: config.kafkaBrokers.split(',') }
    : { bus: 'embedded', url: config.busUrl };
}

async function openApp(
  definition: ServiceDefinition,
  parts: Parameters<typeof ServiceModule.of>[1] & { logger: ReturnType<typeof openLog> },
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: bodyLimitBytes, trustProxy: true });
  followRequests(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(ServiceModule.of(definition, parts), adapter, {
    logger: nestLog(parts.logger),
    abortOnError: false,
  });
  app.setGlobalPrefix(`api/${definition.name}`, { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalPipes(shapePipe());
  describeApi(app, definition.name, parts.config.docs === 'on');
  return app;
}

function schedulesOf(app: NestFastifyApplication): NamedSchedule[] {
  const found = app
    .get(DiscoveryService, { strict: false })
    .getProviders()
    .flatMap(({ instance, metatype }) => {
      const schedule = typeof metatype === 'function' ? scheduleOf(metatype) : undefined;
      return schedule && instance ? [{ ...schedule, schedule: instance as Schedule }] : [];
    });
  return found.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}

export type { Bus };
