import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { season } from '@xibu/end-to-end/season/calendar';
import { Applicant } from '@xibu/faults/dist/applicant.js';
import { History } from '@xibu/faults/dist/history.js';
import type { Bench, Measured } from '../../bench.js';
import { openSignUpGround, type SignUpGround } from '../../sign-up-ground.js';

const people = 2_000;
/** People who sign up at once while the peak is looked for. */
const lanes = 16;
const peakMs = 5_000;

/** Memory of each of our processes in MB, by the name of the service: now, or the most that it ever had. */
function memoryOf(what: 'VmRSS' | 'VmHWM'): Map<string, number> {
  const found = new Map<string, number>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const status = fileOf(pid, 'status');
    const service = /apps\/([a-z]+)\/dist\/main\.js/.exec(fileOf(pid, 'cmdline'))?.[1];
    if (!service || Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) !== process.pid) continue;
    const kilobytes = Number(new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
    found.set(service, (kilobytes * 1024) / 1_000_000);
  }
  if (found.size < 7) throw new Error(`only ${[...found.keys()].join(', ')} were found`);
  return found;
}

/** Empty when the process has ended meanwhile. */
function fileOf(pid: string, name: string): string {
  try {
    return readFileSync(join('/proc', pid, name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return '';
    throw error;
  }
}

function largest(memory: Map<string, number>): number {
  if (process.env['XIBU_BENCH_EACH'])
    console.log([...memory].map(([name, size]) => `    ${name} ${Math.round(size)} MB`).join('\n'));
  return Math.max(...memory.values());
}

async function signUps(
  ground: SignUpGround,
  history: History,
  from: Iterator<SignUpGround['world']['applicants'][number]>,
) {
  const end = performance.now() + peakMs;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (performance.now() < end) {
        const { value, done } = from.next();
        if (done) return;
        await new Applicant(ground.stack.url, value.person, history).signUp(season);
      }
    }),
  );
}

export const memoryIdle: Bench = {
  name: 'memory-idle',
  goal: '§3',
  what: 'resident memory of the largest service of an opened season, idle',
  floor: '200 MB',
  unit: 'MB',
  target: { most: 1 },
  async prepare() {
    const ground = await openSignUpGround(200, 4_720);
    return {
      async round(): Promise<Measured> {
        await pause(2_000);
        return { ours: largest(memoryOf('VmRSS')), floor: 200 };
      },
      end: () => ground.end(),
    };
  },
};

export const memoryPeak: Bench = {
  name: 'memory-peak',
  goal: '§3',
  what: 'most resident memory of the largest service while sixteen people at once sign up',
  floor: '400 MB',
  unit: 'MB',
  target: { most: 1 },
  async prepare() {
    const ground = await openSignUpGround(people, 4_740);
    const history = new History(join(ground.folder, 'history.jsonl'));
    const comers = ground.world.applicants.values();
    return {
      async round(): Promise<Measured> {
        await signUps(ground, history, comers);
        return { ours: largest(memoryOf('VmHWM')), floor: 400 };
      },
      async end() {
        history.close();
        await ground.end();
      },
    };
  },
};
