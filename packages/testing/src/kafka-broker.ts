import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { KAFKA_VERSION, kafkaJars } from './kafka-jars.js';

export { javaAndMavenAreHere, KAFKA_VERSION, whyNoKafka } from './kafka-jars.js';

export interface KafkaOptions {
  /** One for daily work; three to see what happens when one dies. */
  readonly brokers: 1 | 3;
  /** Where logs and data live; a folder that was used before is opened again. */
  readonly dir: string;
  /** Version of Apache Kafka, 4.2.0 when nothing is said. */
  readonly version?: string;
  /** Asked once for each broker (n from 0): where clients are told to find what listens on `port`. */
  readonly through?: (port: number, n: number) => Promise<number>;
}

/** Brokers that run on this machine. */
export interface LocalKafka {
  /** `host:port` of each. */
  readonly brokers: string[];
  /** Pulls the plug of broker n (from 0): SIGKILL, no goodbye. */
  kill(n: number): Promise<void>;
  /** Starts broker n again and waits until it serves. */
  restart(n: number): Promise<void>;
  /** Stops all of them, one after the other: a quorum that is told to stop at once waits for itself. */
  stop(): Promise<void>;
}

interface Node {
  readonly id: number;
  readonly dir: string;
  readonly port: number;
  readonly controllerPort: number;
  /** What clients, and the other brokers, are told. */
  readonly toldPort: number;
}

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 8_000;

/** Starts brokers and resolves when every one of them serves. */
export async function startKafka({
  brokers,
  dir,
  version = KAFKA_VERSION,
  through = async (port) => port,
}: KafkaOptions): Promise<LocalKafka> {
  const lib = kafkaJars(version);
  const nodes = await layOut(dir, brokers, through);
  const cluster = clusterId(dir, lib);
  for (const node of nodes) writeFileSync(join(node.dir, 'server.properties'), properties(node, nodes));
  for (const node of nodes) await endLeftOver(node);
  const running: (ChildProcess | undefined)[] = await startAll(nodes.map((node) => start(node, lib, cluster)));
  const nodeAt = (n: number): Node => {
    const node = nodes[n];
    if (!node) throw new Error(`there is no broker ${n}`);
    return node;
  };
  return {
    brokers: nodes.map(({ toldPort }) => `127.0.0.1:${toldPort}`),
    async kill(n) {
      await end(running[n], 'SIGKILL');
      running[n] = undefined;
    },
    async restart(n) {
      running[n] = await start(nodeAt(n), lib, cluster);
    },
    async stop() {
      for (const broker of running) await end(broker, 'SIGTERM');
      for (const { dir } of nodes) rmSync(join(dir, 'pid'), { force: true });
    },
  };
}

/** The nodes of this folder: on the ports they had before, or on new ones. */
async function layOut(dir: string, count: number, through: NonNullable<KafkaOptions['through']>): Promise<Node[]> {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'ports.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as number[]) : [];
  const ports = known.length === count * 2 ? known : await freePorts(count * 2);
  writeFileSync(file, JSON.stringify(ports));
  const nodes = Array.from({ length: count }, async (_, n) => {
    const port = ports[2 * n] ?? 0;
    const node = {
      ...{ id: n + 1, dir: join(dir, `broker-${n + 1}`), port, controllerPort: ports[2 * n + 1] ?? 0 },
      toldPort: await through(port, n),
    };
    mkdirSync(node.dir, { recursive: true });
    return node;
  });
  return Promise.all(nodes);
}

async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

function clusterId(dir: string, lib: string): string {
  const file = join(dir, 'cluster-id');
  if (!existsSync(file)) {
    const made = spawnSync('java', ['-cp', join(lib, '*'), 'kafka.tools.StorageTool', 'random-uuid'], {
      encoding: 'utf8',
    });
    const id = made.stdout.trim().split('\n').at(-1) ?? '';
    if (made.status !== 0 || id.length !== 22) throw new Error(`no cluster id: ${made.stdout}${made.stderr}`);
    writeFileSync(file, id);
  }
  return readFileSync(file, 'utf8');
}

function properties({ id, dir, port, controllerPort, toldPort }: Node, nodes: readonly Node[]): string {
  const copies = nodes.length;
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': nodes.map((node) => `${node.id}@127.0.0.1:${node.controllerPort}`).join(','),
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${toldPort}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': join(dir, 'data'),
    'auto.create.topics.enable': false,
    'offsets.topic.num.partitions': 8,
    'offsets.topic.replication.factor': copies,
    'transaction.state.log.num.partitions': 4,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': Math.max(copies - 1, 1),
    'min.insync.replicas': Math.max(copies - 1, 1),
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1_000,
    // A broker that was killed may come back as soon as its registration has expired: a second, not nine.
    'broker.session.timeout.ms': copies === 1 ? 1_000 : 3_000,
    'broker.heartbeat.interval.ms': copies === 1 ? 200 : 500,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
}

/** All of them, or none: when one does not start, the others are ended before that is told. */
async function startAll(starting: readonly Promise<ChildProcess>[]): Promise<ChildProcess[]> {
  const started = await Promise.allSettled(starting);
  const failed = started.find((start) => start.status === 'rejected');
  const brokers = started.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  if (!failed) return brokers;
  await Promise.all(brokers.map((broker) => end(broker, 'SIGKILL')));
  throw failed.reason;
}

async function start(node: Node, lib: string, cluster: string): Promise<ChildProcess> {
  const config = join(node.dir, 'server.properties');
  const classes = ['-cp', join(lib, '*')];
  if (!existsSync(join(node.dir, 'data', 'meta.properties'))) {
    const format = ['kafka.tools.StorageTool', 'format', '-t', cluster, '-c', config];
    const done = spawnSync('java', [...classes, ...format], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`the folder could not be formatted: ${done.stdout}${done.stderr}`);
  }
  const log = join(node.dir, 'server.log');
  rmSync(log, { force: true });
  const out = openSync(log, 'a');
  const memory = ['-Xms256m', '-Xmx512m', '-XX:TieredStopAtLevel=1'];
  const broker = spawn('java', [...memory, ...classes, 'kafka.Kafka', config], { stdio: ['ignore', out, out] });
  closeSync(out);
  writeFileSync(join(node.dir, 'pid'), `${broker.pid}`);
  const until = performance.now() + READY_WITHIN_MS;
  while (!readFileSync(log, 'utf8').includes('Kafka Server started')) {
    if (broker.exitCode !== null || broker.signalCode !== null || performance.now() > until) {
      await end(broker, 'SIGKILL');
      throw new Error(`broker ${node.id} did not start:\n${readFileSync(log, 'utf8').slice(-4_000)}`);
    }
    await delay(50);
  }
  return broker;
}

/** Ends the broker of an earlier run of this folder whose runner was killed; any other process is left alone. */
async function endLeftOver({ dir }: Node): Promise<void> {
  const file = join(dir, 'pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8'));
  const command = `/proc/${pid}/cmdline`;
  if (existsSync(command) && readFileSync(command, 'utf8').includes(join(dir, 'server.properties'))) {
    process.kill(pid, 'SIGKILL');
    while (existsSync(command) && readFileSync(command, 'utf8') !== '') await delay(20);
  }
  rmSync(file, { force: true });
}

async function end(broker: ChildProcess | undefined, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (!broker || broker.exitCode !== null || broker.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => {
    broker.once('exit', () => resolve());
  });
  broker.kill(signal);
  const impatience = setTimeout(() => broker.kill('SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(impatience);
}
