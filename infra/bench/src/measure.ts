import { type Bench, CannotRunHere, type Measured } from './bench.js';
import { type Outcome, roundLine } from './report.js';

/** Rounds of one bench, each printed as soon as it is over. */
export async function measure(bench: Bench, rounds: number, say: (line: string) => void): Promise<Outcome> {
  const began = performance.now();
  const measured: Measured[] = [];
  try {
    const ready = await bench.prepare();
    try {
      while (measured.length < rounds) {
        globalThis.gc?.();
        const round = await ready.round();
        measured.push(round);
        say(roundLine(measured.length, round, bench.unit));
      }
    } finally {
      await ready.end();
    }
  } catch (error) {
    if (error instanceof CannotRunHere) return { kind: 'cannot-run', why: error.message };
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { kind: 'broken', why: error instanceof Error ? firstLine(error.message) : String(error) };
  }
  return { kind: 'measured', rounds: measured, seconds: (performance.now() - began) / 1_000 };
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
