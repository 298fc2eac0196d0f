import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../../bench.js';
import { root } from '../../machine.js';
import { madeUpInstance, million } from './made-up-instance.js';
import { writeRoundFolder } from './write-round-folder.js';

/** What a machine that runs everything else too can spare. */
const limitMiB = 600;

/** `npm run place` on a published round, from its files to its result, in a process of its own. */
export const placementMemory: Bench = {
  ...{ name: 'placement-memory', goal: 'G1.4', what: 'peak memory of placing 1M × 10 from its files' },
  ...{ floor: `${limitMiB} MiB`, unit: 'MiB', target: { most: 1 } },
  prepare: () => {
    const folder = mkdtempSync(join(tmpdir(), 'xibu-bench-round-'));
    writeRoundFolder(join(folder, 'in'), madeUpInstance(million), 'of a bench');
    return Promise.resolve({
      round: async () => ({ ours: await peakOfPlacing(join(folder, 'in'), join(folder, 'out')), floor: limitMiB }),
      end: () => Promise.resolve(rmSync(folder, { recursive: true })),
    });
  },
};

/** In MiB. */
function peakOfPlacing(from: string, to: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const place = join(root, 'apps', 'placement', 'dist', 'matching', 'place.js');
    const before = join(import.meta.dirname, 'say-peak-memory.js');
    const child = spawn(process.execPath, ['--import', before, place, '--in', from, '--out', to], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    let said = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0 && Number(said) > 0) resolve(Number(said) / 1_024);
      else reject(new Error(`placing ended with code ${code}`));
    });
  });
}
