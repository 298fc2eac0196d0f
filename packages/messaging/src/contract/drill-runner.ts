import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { BusConfig } from '../open-bus.js';

/** The step at which a process of the drill pulls its own plug. */
export type DieAt =
  | 'before-publish'
  | 'after-publish'
  | 'after-cursor'
  | 'before-commit'
  | 'after-commit'
  | 'after-offset';

export interface DrillOrder {
  readonly role: 'relay' | 'consumer';
  readonly config: BusConfig;
  readonly databaseUrl: string;
  readonly service: string;
  readonly type: string;
  readonly dieAt: DieAt | null;
}

export interface Drill {
  /** The signal that ended it, or the code it ended with and what it said. */
  readonly died: Promise<string>;
  kill(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');
let compiled = false;

/** Compiles the process once for each run: a process that can be killed cannot be transformed by the test runner. */
function compile(): void {
  if (compiled) return;
  const tsc = join(root, '..', '..', 'node_modules', '.bin', 'tsc');
  const done = spawnSync(tsc, ['-p', join(root, 'tsconfig.drill.json')], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the drill does not compile: ${done.stdout}${done.stderr}`);
  compiled = true;
}

/** Starts a relay or a consumer in a process of its own. */
export function startDrill(order: DrillOrder): Drill {
  compile();
  const script = join(root, '.cache', 'drill', 'contract', 'drill.js');
  const child = spawn(process.execPath, [script, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const died = ended(child);
  return {
    died,
    async kill() {
      child.kill('SIGKILL');
      await died;
    },
  };
}

function ended(child: ChildProcess): Promise<string> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}: ${said}`));
  });
}
