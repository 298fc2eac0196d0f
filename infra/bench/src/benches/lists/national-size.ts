import type { Actor } from '@xibu/domain';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { ApplicationsQuery } from '@xibu/recruitment/dist/applications/applications.dto.js';
import { ListApplications } from '@xibu/recruitment/dist/applications/list-applications.js';
import { recruitmentSchema } from '@xibu/recruitment/dist/recruitment.schema.js';
import { universities } from '@xibu/reference';
import type { Bench } from '../../bench.js';
import { startBenchServer } from '../../bench-server.js';
import { medianOf } from '../../report.js';
import { startWatch } from '../../seconds.js';
import { faculties, loadApplications, type Scale } from './applications-at-scale.js';
import { superuserOf } from './superuser-of.js';

const nation: Scale = { applications: 1_000_000, universities: 3_005 };
/** What one region had in a year, with as many people at each university as in the nation. */
const oneRegion: Scale = { applications: 4_000, universities: 12, region: '15' };

/** How often each list is opened in a round. */
const times = 6;
const mostMs = 200;

interface Question {
  readonly what: string;
  readonly actor: Actor;
  readonly query: Partial<ApplicationsQuery>;
}

const [ofUniversity] = universities();
const university = ofUniversity?.id ?? '';
const faculty = faculties[0];
const officer = actorOf('university.officer', { university });
const region = actorOf('region.officer', { division: 150000 });

/** Work queues and searches of those who work with single applications. */
const questions: readonly Question[] = [
  { what: 'queue of a faculty', actor: actorOf('faculty.officer', { university, faculty }), query: open('submitted') },
  { what: 'queue of a university', actor: officer, query: open('faculty-passed') },
  { what: 'everybody of a university', actor: officer, query: {} },
  { what: 'a name at a university', actor: officer, query: { q: '王伟' } },
  { what: 'a county', actor: actorOf('county.officer', { division: 152201 }), query: {} },
  { what: 'queue of a region', actor: region, query: open('university-passed') },
  { what: 'everybody of a region, newest first', actor: region, query: { sort: '-submittedAt' } },
  { what: 'a name in a region', actor: region, query: { q: '王伟' } },
  { what: 'a number in a region', actor: region, query: { q: '2023-15-00012' } },
];

function open(status: string): Partial<ApplicationsQuery> {
  return { status };
}

async function filled(scale: Scale): Promise<TestDatabase> {
  const test = await testDatabase(recruitmentSchema);
  await loadApplications(superuserOf(test.url), scale);
  return test;
}

async function millisecondsOf({ database }: TestDatabase, { actor, query }: Question): Promise<number> {
  const asked = Object.assign(new ApplicationsQuery(), query);
  const seconds = startWatch();
  await as(actor, () => new ListApplications(database).run(asked, actor));
  return seconds() * 1_000;
}

/** The time of all questions once, each as the middle of several tries; what each took is said when asked for. */
async function timeOfAll(test: TestDatabase): Promise<number> {
  let sum = 0;
  for (const question of questions) {
    const tries: number[] = [];
    for (let turn = 0; turn < times; turn += 1) tries.push(await millisecondsOf(test, question));
    sum += medianOf(tries);
    if (process.env['XIBU_BENCH_EACH']) console.log(`    ${question.what}: ${medianOf(tries).toFixed(1)} ms`);
  }
  return sum;
}

export const nationalSize: Bench = {
  name: 'national-size',
  goal: '§3',
  what: 'queues and searches with 1,000,000 applications, 3,005 universities, 3,213 divisions',
  floor: 'the same with 4,000 applications of one region',
  unit: 'ms for nine lists',
  target: { most: 3 },
  async prepare() {
    const server = await startBenchServer();
    const [large, small] = [await filled(nation), await filled(oneRegion)];
    for (const test of [large, small]) await timeOfAll(test);
    return {
      round: async () => ({ ours: await timeOfAll(large), floor: await timeOfAll(small) }),
      async end() {
        await large.close();
        await small.close();
        await server.stop();
      },
    };
  },
};

export const nationalFirstPage: Bench = {
  name: 'national-first-page',
  goal: '§3',
  what: 'first page of queues and searches with 1,000,000 applications, 95 of 100 within',
  floor: '200 ms',
  unit: 'ms',
  target: { most: 1 },
  async prepare() {
    const server = await startBenchServer();
    const test = await filled(nation);
    await timeOfAll(test);
    return {
      async round() {
        const tries: number[] = [];
        for (let turn = 0; turn < times; turn += 1) {
          for (const question of questions) tries.push(await millisecondsOf(test, question));
        }
        tries.sort((left, right) => left - right);
        return { ours: tries[Math.ceil(tries.length * 0.95) - 1] ?? Number.NaN, floor: mostMs };
      },
      async end() {
        await test.close();
        await server.stop();
      },
    };
  },
};
