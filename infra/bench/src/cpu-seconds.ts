import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { CannotRunHere } from './bench.js';

/** Linux counts in hundredths of a second, whatever the clock of the kernel. */
const ticksPerSecond = 100;

/** Processor time that `work` takes in this process, its threads included; it hardly differs on a machine that is busy. */
export async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The same with what a server and its processes take meanwhile, those that have ended included. */
export async function cpuSecondsWith(server: number, work: () => unknown): Promise<number> {
  const before = familySeconds(server);
  const own = await cpuSeconds(work);
  return own + familySeconds(server) - before;
}

/** Processor time so far of a process, of its children, and of those it has waited for. */
function familySeconds(pid: number): number {
  if (!existsSync('/proc/self/stat'))
    throw new CannotRunHere('processor time of other processes is known on Linux only');
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = fieldsOf(Number(name));
    if (!fields || (Number(name) !== pid && fields.parent !== pid)) continue;
    ticks += fields.ticks + (Number(name) === pid ? fields.ended : 0);
  }
  return ticks / ticksPerSecond;
}

/** Null when the process has ended meanwhile. */
function fieldsOf(pid: number): { readonly parent: number; readonly ticks: number; readonly ended: number } | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
  // The name of the command stands in brackets and may hold anything, so the fields are counted from behind it.
  const after = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = after.slice(11, 15);
  return { parent: after[1] ?? 0, ticks: user + system, ended: endedUser + endedSystem };
}
