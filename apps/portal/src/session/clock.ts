import { useEffect, useState } from 'react';
import { useSession } from './session.js';

const tickMs = 30_000;

/**
 * The system's own time, carried on by the page's stopwatch: the clock of a phone may be wrong, and a demonstration runs
 * in another year. Null until the services have told it, and then nothing is said about what is left of a window.
 */
export function useNow(): Date | null {
  const { now, receivedAtMs } = useSession();
  const [elapsedMs, setElapsedMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setElapsedMs(performance.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now === null ? null : new Date(Date.parse(now) + Math.max(0, elapsedMs - receivedAtMs));
}
