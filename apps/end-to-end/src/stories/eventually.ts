import { setTimeout as pause } from 'node:timers/promises';

const lookAgainMs = 50;

/** Looks until what is seen holds, and answers with it; when it never does, says what was seen last. */
export async function eventually<Seen>(
  what: string,
  look: () => Promise<Seen>,
  holds: (seen: Seen) => boolean,
  seconds = 30,
): Promise<Seen> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > end) {
      throw new Error(`${what}: not within ${seconds} s; last seen ${JSON.stringify(seen)?.slice(0, 1000)}`);
    }
    await pause(lookAgainMs);
  }
}
