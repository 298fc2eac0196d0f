import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stack, type StackOptions, startStack } from './stack.js';

type Said = 'firstPort' | 'bus';

/** A system for one piece of work: quiet, with a clock that the work moves, unless it asks for something else. */
export interface WithStack extends Pick<StackOptions, Said>, Partial<Omit<StackOptions, Said | 'folder'>> {
  /** Begins the name of the folder. */
  readonly name: string;
  /** The folder stays, for whoever wants to look at it. */
  readonly keep?: boolean;
}

/**
 * Starts a system, does the work, and takes it away again: also when the work fails, and when the process is told to
 * end, even in the middle of the start. What it started has process groups of its own, and would go on without it.
 */
export async function withStack<T>(
  { name, keep = false, ...options }: WithStack,
  work: (stack: Stack, folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `xibu-${name}-`));
  // PostgreSQL runs as another user when this runs as root, and must be able to reach its data.
  chmodSync(folder, 0o755);
  const starting = startStack({
    ...{ folder, clock: 'virtual', demo: false, quiet: true, logLevel: 'warn' },
    ...options,
  });
  let ending: Promise<void> | null = null;
  const end = (): Promise<void> => (ending ??= takeAway());
  const takeAway = async (): Promise<void> => {
    const [started] = await Promise.allSettled([starting]);
    // One that failed has stopped by itself what it had started.
    if (started.status === 'fulfilled') await started.value.stop();
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  const leave = (): void => void end().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave);
  try {
    return await work(await starting, folder);
  } finally {
    await end();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, leave);
  }
}
