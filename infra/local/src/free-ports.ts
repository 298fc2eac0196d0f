import { isFree } from '@xibu/testing/free-port';

/** From the gateway's to PostgreSQL's. */
const portsOfAStack = 11;
/** Below the ports that systems hand out by themselves, so that nobody is given one between the look and the start. */
const [firstPort, lastPort] = [20_000, 30_000];

/** The first of a row of ports for a stack on which nobody listens; where the search begins differs from process to process. */
export async function freePorts(): Promise<number> {
  const places = Math.floor((lastPort - firstPort) / portsOfAStack);
  for (let tries = 0; tries < 50; tries += 1) {
    const first = firstPort + ((process.pid * 7 + tries) % places) * portsOfAStack;
    const row = Array.from({ length: portsOfAStack }, (_, index) => isFree(first + index));
    if ((await Promise.all(row)).every(Boolean)) return first;
  }
  throw new Error('no row of free ports');
}
