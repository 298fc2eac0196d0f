import { setTimeout as pause } from 'node:timers/promises';
import type { Toxics } from '@xibu/local/stack';
import type { Drill, Field } from '../drill.js';
import { oneOf, peace, shuffled } from './chance.js';

interface Ill {
  readonly what: string;
  readonly toxics: Toxics;
}

const ills: readonly Ill[] = [
  { what: 'is slow (200 ms ± 100 ms each way)', toxics: { latencyMs: 200, jitterMs: 100 } },
  { what: 'is narrow (20 kB/s)', toxics: { bytesPerSecond: 20_000 } },
  { what: 'is reset', toxics: { resets: true } },
  { what: 'is a black hole', toxics: { lost: 'both' } },
  { what: 'is half-open: questions are lost', toxics: { lost: 'up' } },
  { what: 'is half-open: answers are lost', toxics: { lost: 'down' } },
];

const illMs = [3_000, 8_000] as const;

/** 网络故障演练: every ill once, in an order that nobody knows; connections that fell silent stay silent afterwards. */
export const networkDrills: readonly Drill[] = [
  {
    name: 'network-database',
    what: 'the line between a service and its database is slow, narrow, reset, half-open and a black hole, one after the other',
    buses: ['kafka', 'embedded'],
    needs: { through: 'proxies' },
    strike: (field) => sicken(field, () => oneOf(['programme', 'recruitment', 'notifications'] as const, field.draw)),
  },
  {
    name: 'network-broker',
    what: 'the line between the services and the broker is slow, narrow, reset, half-open and a black hole, one after the other',
    buses: ['kafka'],
    needs: { through: 'proxies' },
    strike: (field) => sicken(field, () => 'broker' as const),
  },
];

async function sicken(
  { stack, draw, say }: Field,
  which: () => Parameters<Field['stack']['network']>[0],
): Promise<void> {
  for (const { what, toxics } of shuffled(ills, draw)) {
    await peace(draw);
    const part = which();
    const ms = Math.round(draw(...illMs));
    say(`the line of ${part} ${what} for ${ms} ms`);
    const lines = stack.network(part);
    for (const line of lines) line.set(toxics);
    await pause(ms);
    for (const line of lines) line.set({});
  }
}
