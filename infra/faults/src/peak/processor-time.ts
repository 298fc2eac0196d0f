import { readFileSync } from 'node:fs';

/** Of the clock in which Linux counts processor time; the same on every architecture that we know. */
const tickMs = 10;

/**
 * Processor time in ms of the services and the gateway that this process has started, as far as they live now. Null
 * where the machine does not tell.
 */
function processorMs(): number | null {
  try {
    const own = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
    const pids = own.split(' ').filter((pid) => pid !== '');
    return pids.filter(isOurs).reduce((sum, pid) => sum + timeOf(pid), 0);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

function isOurs(pid: string): boolean {
  return /apps\/[a-z]+\/dist\/main\.js/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
}

function timeOf(pid: string): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in brackets, may hold anything; user and system time are the twelfth and thirteenth after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** A process that has just ended, or a machine without /proc. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code));
}

/** Reads the processor time four times a second. */
export class Meter {
  private readonly readings: { readonly atMs: number; readonly ms: number }[] = [];
  private readonly began = performance.now();
  private readonly timer = setInterval(() => this.read(), 250);

  stop(): void {
    clearInterval(this.timer);
  }

  /** Processor time spent between two moments, in ms since the meter was made; null when it was not told. */
  between(fromMs: number, toMs: number): number | null {
    const within = this.readings.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
    const [first, last] = [within.at(0), within.at(-1)];
    if (!first || !last || last.atMs <= first.atMs) return null;
    return ((last.ms - first.ms) * (toMs - fromMs)) / (last.atMs - first.atMs);
  }

  get nowMs(): number {
    return performance.now() - this.began;
  }

  private read(): void {
    const ms = processorMs();
    if (ms !== null) this.readings.push({ atMs: this.nowMs, ms });
  }
}
