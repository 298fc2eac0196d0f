/** Starts to count; the answer tells the seconds since then, by the clock on the wall. */
export function startWatch(): () => number {
  const began = performance.now();
  return () => (performance.now() - began) / 1_000;
}

/** How long the work takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const seconds = startWatch();
  await work();
  return seconds();
}
