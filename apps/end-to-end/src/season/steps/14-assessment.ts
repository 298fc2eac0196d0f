import type { Grade } from '@xibu/domain';
import type { AssessmentRow, ExcellentPool } from '@xibu/domain/assessment/api';
import { at, season } from '../calendar.js';
import { forEach } from '../client.js';
import { moveTo, quiet } from '../clock.js';
import type { World } from '../world.js';
import type { Step } from './step.js';

/** 年度考核: summaries, units' opinions, grades of the counties, and 优秀 within a fifth, pooled at the region. */
export const assessment: Step = {
  name: 'yearly grades and office ratings',
  async run(world, progress) {
    await moveTo(world, at('2024-07-13'));
    const region = await world.as('region.officer');
    await region.post('/api/assessment/grades/open', { season });
    await summarise(world);
    await opine(world);
    const graded = await grade(world, () => true);
    const pool = await fixExcellent(world);
    await quiet(world);
    await rateOffices(world);
    world.count('assessment', 'county', 'graded', graded);
    world.count('assessment', 'region', 'excellent', pool.excellent);
    world.count('assessment', 'region', 'excellent at most', pool.max);
    progress.say(`${graded} graded; ${pool.excellent} excellent of at most ${pool.max}`);
  },
};

async function rowsOf(world: World, login: string, status?: string): Promise<AssessmentRow[]> {
  const client = await world.as(login);
  const filter = status ? `&status=${status}` : '';
  return client.all<AssessmentRow>(`/api/assessment/grades?season=${season}${filter}`);
}

async function summarise(world: World): Promise<void> {
  const rows = await rowsOf(world, 'region.officer', 'open');
  await forEach(rows, 12, async ({ id, number }) => {
    const applicant = world.personNumbered(number);
    if (world.chance('summary', applicant.person.index).happens(0.1)) return;
    const person = await world.asPerson(applicant);
    await person.post(`/api/assessment/grades/${id}/summarise`, { text: '一年来扎根基层，圆满完成各项服务工作。' });
  });
}

/** The score that a unit gives somebody. */
function scoreOf(world: World, number: string): number {
  return world.chance('service', world.personNumbered(number).person.index).whole(58, 99);
}

async function opine(world: World): Promise<void> {
  await forEach(world.units, 6, async ({ code }) => {
    const client = await world.as(`unit-${code}`);
    for (const { id, number, status } of await rowsOf(world, `unit-${code}`)) {
      if (status !== 'open' && status !== 'summarised') continue;
      const score = scoreOf(world, number);
      await client.post(`/api/assessment/grades/${id}/opine`, { opinion: '工作认真负责，群众评价良好', score });
    }
  });
}

/** Every county would like too many to be excellent; the others keep to what the score says. */
async function grade(world: World, mayBeExcellent: (number: string) => boolean): Promise<number> {
  let graded = 0;
  await forEach(world.counties, 6, async (county) => {
    const officer = await world.as(`c-${county}.officer`);
    const rows = (await rowsOf(world, `c-${county}.officer`)).filter(({ unitScore }) => unitScore !== null);
    const given = rows.map(({ id, number }) => ({
      ...{ id, grade: gradeFor(scoreOf(world, number), mayBeExcellent(number)) },
      opinion: '经旗县项目办考核评定',
    }));
    for (let from = 0; from < given.length; from += 500) {
      await officer.post('/api/assessment/grades/bulk-grade', { rows: given.slice(from, from + 500) });
    }
    graded += given.length;
  });
  return graded;
}

function gradeFor(score: number, mayBeExcellent: boolean): Grade {
  if (score < 60) return 'fail';
  if (score >= 84 && mayBeExcellent) return 'excellent';
  return score >= 75 ? 'good' : 'pass';
}

/** The region refuses more than the rules allow; the counties keep the best ones; a few object to their grade. */
async function fixExcellent(world: World): Promise<ExcellentPool> {
  const [officer, approver] = [await world.as('region.officer'), await world.as('region.approver')];
  const path = `/api/assessment/excellent-lists/${season}`;
  const pool = await officer.get<ExcellentPool>(path);
  if (pool.excellent > pool.max) {
    await world.mustRefuse('grade.pool-exceeded', officer, (client) => client.post(`${path}/prepare`));
  }
  const rows = await rowsOf(world, 'region.officer');
  const place = ({ number }: AssessmentRow) => world.personNumbered(number).person.index;
  const best = [...rows]
    .sort((left, right) => scoreOf(world, right.number) - scoreOf(world, left.number) || place(left) - place(right))
    .slice(0, pool.max)
    .map(({ number }) => number);
  const chosen = new Set(best);
  await grade(world, (number) => chosen.has(number));
  await objectAndAnswer(world);
  const prepared = await officer.post<ExcellentPool>(`${path}/prepare`);
  await approver.post(`${path}/approve`);
  return prepared;
}

async function objectAndAnswer(world: World): Promise<void> {
  const rows = (await rowsOf(world, 'region.officer', 'graded')).filter(({ number }) => scoreOf(world, number) < 62);
  for (const { id, number, county } of rows) {
    const applicant = world.personNumbered(number);
    if (!world.chance('grade objection', applicant.person.index).happens(0.3)) continue;
    const [person, officer] = [await world.asPerson(applicant), await world.as(`c-${county}.officer`)];
    await person.post(`/api/assessment/grades/${id}/object`, { text: '对考核等次有异议，请予复核' });
    await officer.post(`/api/assessment/grades/${id}/answer-objection`, { text: '经复核，维持原考核等次' });
  }
}

/** 绩效考核: league-cities propose for their counties, the region decides; one county fails. */
async function rateOffices(world: World): Promise<void> {
  const approver = await world.as('region.approver');
  const failing = world.counties[2];
  await forEach(world.counties, 4, async (county) => {
    const officer = await world.as(`lc-${county - (county % 100)}.officer`);
    const excellent = world.chance('rating', county).happens(0.2);
    const rating = county === failing ? 'fail' : excellent ? 'excellent' : 'pass';
    const { id } = await officer.post<{ id: string }>('/api/assessment/office-ratings', {
      ...{ season, officeId: world.offices.get(`county:${county}`), rating },
    });
    await approver.post(`/api/assessment/office-ratings/${id}/decide`);
  });
  await quiet(world);
}
