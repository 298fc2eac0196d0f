import { randomUUID } from 'node:crypto';
import { signToken } from '@xibu/platform';
import { actorOf, createDatabase, testPrivateKey } from '@xibu/platform/testing';
import type { Bench } from '../../bench.js';
import { startBenchServer } from '../../bench-server.js';
import { type ServerProcess, startServer } from './child.js';
import { post, send } from './load.js';
import { variablesOf } from './variables.js';

const requests = 6_000;
const connections = 32;
/** People whose requests come in turn. */
const people = 100;

export const routeCost: Bench = {
  name: 'route-cost',
  goal: 'G2.1',
  what: 'CPU of the route of a submission: token, permission, key, validation, figures',
  floor: 'node:http with JSON.parse',
  unit: 'µs a request',
  target: { most: 1.7 },
  async prepare() {
    const database = await startBenchServer();
    const [own, bus] = [await createDatabase('route'), await createDatabase('bus')];
    const ours = await startServer('route-server.js', variablesOf(own, bus));
    const raw = await startServer('raw-server.js');
    const tokens = await Promise.all(
      Array.from({ length: people }, () => signToken(actorOf('person'), testPrivateKey, 3_600)),
    );
    const request = (at: number): string =>
      post(`/api/recruitment/applications/01890000-0000-7000-8000-${String(at).padStart(12, '0')}/submit`, form, {
        ...{ authorization: `Bearer ${tokens[at % people]}`, 'idempotency-key': randomUUID() },
      });
    const costOf = async ({ port, cpu }: ServerProcess): Promise<number> => {
      const before = cpu();
      await send({ port, connections, request, count: requests });
      return (cpu() - before) / requests;
    };
    for (const server of [ours, raw]) await costOf(server);
    return {
      round: async () => ({ ours: await costOf(ours), floor: await costOf(raw) }),
      async end() {
        await ours.stop();
        await raw.stop();
        await own.drop();
        await bus.drop();
        await database.stop();
      },
    };
  },
};

const form = { declared: true };
