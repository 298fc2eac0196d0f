import { existsSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { say } from './output.js';
import { waitFor } from './processes.js';

/**
 * Who goes first where all share one machine. The door before those behind it: a refusal that waits for the processor
 * is as bad as a hang. Whoever has to keep to a schedule before all.
 */
export const precedence = { first: constants.priority.PRIORITY_HIGHEST, door: 0, behind: 10 } as const;

/**
 * Gives a process its place. Where Linux shares processors among sessions first, a process goes before those of its own
 * session only, so that its session is given the place too. What this machine does not allow is said, and nothing else.
 */
export async function place(pid: number | undefined, name: string, at: keyof typeof precedence): Promise<void> {
  if (pid === undefined) return;
  const ofSession = `/proc/${pid}/autogroup`;
  try {
    setPriority(pid, precedence[at]);
    if (!existsSync(ofSession)) return;
    // Linux lets a user change one in a tenth of a second.
    await waitFor(ofSession, async () => writeFileSync(ofSession, String(precedence[at])), 3);
  } catch (error) {
    say(name, `waits for the processor like everybody: ${String(error)}`);
  }
}
