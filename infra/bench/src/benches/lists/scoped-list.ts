import type { Actor } from '@xibu/domain';
import { type Database, openDatabase } from '@xibu/platform';
import { actorOf, as, testDatabase } from '@xibu/platform/testing';
import { ApplicationsQuery } from '@xibu/recruitment/dist/applications/applications.dto.js';
import { ListApplications } from '@xibu/recruitment/dist/applications/list-applications.js';
import { recruitmentSchema } from '@xibu/recruitment/dist/recruitment.schema.js';
import type { Bench } from '../../bench.js';
import { startBenchServer } from '../../bench-server.js';
import { secondsOf } from '../../seconds.js';
import { loadApplications } from './applications-at-scale.js';
import { superuserOf } from './superuser-of.js';

const scale = { applications: 100_000, universities: 300 };
/** How often each office opens its list in a round. */
const times = 8;

/** Scopes of each kind: a faculty's by two columns, a university's by one, those of divisions by a range. */
const actors: readonly Actor[] = [
  actorOf('university.officer', { university: '4111010001' }),
  actorOf('county.officer', { division: 152201 }),
  actorOf('league-city.officer', { division: 152200 }),
  actorOf('region.officer', { division: 150000 }),
];

/** Lists a second over all scopes, the explicit filter in the statement on both sides. */
async function listsASecond(database: Database): Promise<number> {
  const lists = new ListApplications(database);
  const seconds = await secondsOf(async () => {
    for (let turn = 0; turn < times; turn += 1) {
      for (const actor of actors) await as(actor, () => lists.run(new ApplicationsQuery(), actor));
    }
  });
  return (times * actors.length) / seconds;
}

export const scopedList: Bench = {
  name: 'scoped-list',
  goal: 'G9.1',
  what: 'the register of four offices under row-level security, 100,000 applications',
  floor: 'the same statements with their explicit filter alone',
  unit: 'lists/s',
  target: { least: 0.7 },
  async prepare() {
    const server = await startBenchServer();
    const test = await testDatabase(recruitmentSchema);
    await loadApplications(superuserOf(test.url), scale);
    const [bound, free] = await Promise.all([
      openDatabase('recruitment', test.url),
      openDatabase('recruitment', superuserOf(test.url)),
    ]);
    for (const { database } of [bound, free]) await listsASecond(database);
    return {
      round: async () => ({ ours: await listsASecond(bound.database), floor: await listsASecond(free.database) }),
      async end() {
        await bound.close();
        await free.close();
        await test.close();
        await server.stop();
      },
    };
  },
};
