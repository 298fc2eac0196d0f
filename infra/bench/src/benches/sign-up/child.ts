import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from '@xibu/local/processes';
import { root } from '@xibu/local/stack';
import { freePort } from '@xibu/testing/free-port';

/** A server in a process of its own, so that its CPU time is nobody else's. */
export interface ServerProcess {
  readonly port: number;
  /** Microseconds of CPU that it has used so far, its own and the kernel's for it. */
  cpu(): number;
  stop(): Promise<void>;
}

/** Of `/proc/<pid>/stat`, the same on every Linux that Node runs on. */
const ticksASecond = 100;

type Variables = Readonly<Record<string, string>>;

/** Starts a compiled file of this folder; it says its port when it is ready. */
export async function startServer(file: string, variables: Variables = {}): Promise<ServerProcess> {
  const child = forked(join(import.meta.dirname, file), variables);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return { port, cpu: () => cpuOf(child), stop: () => stop(child) };
}

/** Starts a service of ours as it is; `variables` say all but its port. */
export async function startService(name: string, variables: Variables): Promise<ServerProcess> {
  const port = await freePort();
  const child = forked(join(root, 'apps', name, 'dist', 'main.js'), { ...variables, XIBU_PORT: String(port) });
  let ended: Error | null = null;
  child.once('exit', (code) => {
    ended = new Error(`${name} ended with ${code}`);
  });
  await waitFor(name, async () => {
    if (ended) return;
    const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`);
    if (status !== 200) throw new Error(`it answers ${status}`);
  });
  if (ended) throw ended;
  return { port, cpu: () => cpuOf(child), stop: () => stop(child) };
}

function forked(file: string, variables: Variables): ChildProcess {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...variables, NODE_ENV: 'production', TZ: 'Asia/Shanghai' };
  const child = fork(file, { env, execArgv: [] });
  // A bench that breaks leaves nobody behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}

function cpuOf({ pid }: ChildProcess): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the process stands in brackets and may hold anything.
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(user) + Number(system)) / ticksASecond) * 1_000_000;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
