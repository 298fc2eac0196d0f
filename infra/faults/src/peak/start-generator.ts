import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { place } from '@xibu/local/precedence';
import type { Comer } from './crowd.js';
import type { Beginning, Order, Report } from './generator.js';
import type { Intent } from './schedule.js';

export type Done = Extract<Report, { report: 'done' }>;

/** The generator, seen from the process that looks on. */
export interface Asking {
  add(comers: readonly Comer[]): void;
  /** `began` is called when the schedule begins. */
  run(intents: readonly Intent[], graceMs: number, began?: () => void): Promise<Done>;
  end(): Promise<void>;
}

/** A process of its own: neither our looking on nor the people who are being prepared delay what it sends. */
export async function startGenerator(beginning: Beginning): Promise<Asking> {
  // Compiled, also when a test runs the rest from its source.
  const file = join(import.meta.dirname, '..', '..', 'dist', 'peak', 'generator.js');
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);
  const child = fork(file, { execArgv: ['--enable-source-maps'], serialization: 'advanced' });
  // Or it is itself what is measured.
  await place(child.pid, 'peak', 'first');
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const order = (given: Order) => child.send(given);
  order({ order: 'begin', beginning });
  return {
    add: (comers) => order({ order: 'add', comers }),
    run: (intents, graceMs, began) => {
      return new Promise((resolve, reject) => {
        const gone = (code: number | null) => reject(new Error(`the generator ended with code ${code}`));
        const hear = (report: Report) => {
          if (report.report === 'begun') return began?.();
          child.off('message', hear);
          child.off('exit', gone);
          resolve(report);
        };
        child.on('message', hear);
        child.once('exit', gone);
        order({ order: 'run', intents, graceMs });
      });
    },
    async end() {
      if (child.connected) order({ order: 'end' });
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
  };
}
