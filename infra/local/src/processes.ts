import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { isFree } from '@xibu/testing/free-port';
import { readable, say } from './output.js';

/** Tries until it works, at most `seconds`; then says what the last try said. */
export async function waitFor(what: string, attempt: () => Promise<void>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw new Error(`${what} did not come up within ${seconds} s: ${String(error)}`);
      await pause(100);
    }
  }
}

/** Nobody listens there; the sentence names the port otherwise. */
export async function requireFree(port: number, what: string): Promise<void> {
  if (await isFree(port)) return;
  throw new Error(
    `端口 ${port}（${what}）已被占用：请结束占用它的程序，或用 --port 换一个起始端口。\nPort ${port} (${what}) is taken: end the program that holds it, or choose another first port with --port.`,
  );
}

export interface Process {
  readonly name: string;
  readonly child: ChildProcess;
  /** Asks it to end, and ends it when it does not within ten seconds; SIGKILL does not ask. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** A process of the system; its lines are shown with its name, its end is noticed. */
export function startProcess(
  name: string,
  entry: string,
  variables: Readonly<Record<string, string>>,
  options: {
    readonly quiet: boolean;
    onEnd(code: number | null): void;
    readonly arguments?: readonly string[];
    /** Of Node itself. */
    readonly flags?: readonly string[];
  },
): Process {
  const inherited = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TZ: 'Asia/Shanghai',
    NODE_ENV: 'production',
    KAFKAJS_NO_PARTITIONER_WARNING: '1',
  };
  const child = spawn(process.execPath, [...(options.flags ?? []), entry, ...(options.arguments ?? [])], {
    env: { ...inherited, ...variables } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C reaches this runner alone, which then stops everything in good order.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (!options.quiet || /"level":(50|60)|Error/.test(line)) say(name, readable(line));
    });
  }
  let stopping = false;
  child.once('exit', (code) => {
    if (!stopping) options.onEnd(code);
  });
  return {
    ...{ name, child },
    async stop(signal = 'SIGTERM') {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(killer);
    },
  };
}
