import type { PostFields, PostRow, PostView, QuotaLine } from '@xibu/domain/placement/api';
import { at, season } from '../calendar.js';
import { forEach } from '../client.js';
import { moveTo, quiet } from '../clock.js';
import { countyPosts, quotaLines } from '../posts.js';
import type { World } from '../world.js';
import type { Step } from './step.js';

/** 岗位采集: service counties, the scale of the year, and posts from county to region to nation. */
export const posts: Step = {
  name: 'counties, quotas and posts',
  async run(world, progress) {
    await moveTo(world, at('2023-04-04'));
    await qualifyCounties(world);
    await quiet(world);
    const lines = await allot(world);
    await quiet(world);
    const declared = await declareAll(world, lines);
    await moveTo(world, at('2023-04-10'));
    const region = await world.as('region.officer');
    await region.post('/api/placement/posts/open', { season });
    await quiet(world);
    const open = await region.all<PostRow>(`/api/placement/posts?season=${season}&status=open`);
    const seats = open.reduce((sum, post) => sum + post.seats, 0);
    world.count('posts', 'county', 'posts declared', declared);
    world.count('posts', 'nation', 'posts open', open.length);
    world.count('posts', 'nation', 'seats open', seats);
    progress.say(`${open.length} posts with ${seats} seats are open in ${world.counties.length} counties`);
  },
};

/** The last county is new and applies for itself; the others serve already and are entered by the region. */
async function qualifyCounties(world: World): Promise<void> {
  const [officer, approver] = [await world.as('region.officer'), await world.as('region.approver')];
  const nation = await world.as('nation.officer');
  const [newcomer = 0, ...continuing] = [...world.counties].reverse();
  await officer.post('/api/placement/counties/register', {
    season,
    counties: continuing.map((county) => ({
      ...{ county, foundingDocument: `旗县党办发〔2020〕${county % 100}号`, namedOfficer: '旗县经办' },
    })),
  });
  await officer.post('/api/placement/local-key-counties', { county: newcomer, documentNumber: '内乡振发〔2021〕5号' });
  const applicant = await world.as(`c-${newcomer}.officer`);
  await applicant.post('/api/placement/counties', {
    ...{
      season,
      foundingDocument: '旗党办发〔2023〕3号',
      namedOfficer: '旗县经办',
      governmentApproval: '旗政函〔2023〕11号',
    },
  });
  await forEach(world.counties, 4, async (county) => {
    const path = `/api/placement/counties/${county}`;
    await approver.post(`${path}/approve`);
    await nation.post(`${path}/file`, { filingNumber: `全国备〔2023〕${county}` });
    await officer.post(`${path}/activate`);
  });
  world.count('posts', 'county', 'service counties', world.counties.length);
}

/** 实施规模: a plan over the scale is refused; the second one holds. */
async function allot(world: World): Promise<QuotaLine[]> {
  const [officer, approver] = [await world.as('region.officer'), await world.as('region.approver')];
  const lines = quotaLines(world);
  const tooMuch = lines.map((line) => ({ ...line, max: line.max + 1000 }));
  await world.mustRefuse('quota.over-scale', officer, (client) =>
    client.post('/api/placement/quota-plans', { season, lines: tooMuch }),
  );
  const { id } = await officer.post<{ id: string }>('/api/placement/quota-plans', { season, lines });
  await officer.post(`/api/placement/quota-plans/${id}/propose`);
  await approver.post(`/api/placement/quota-plans/${id}/approve`);
  for (const kind of ['national', 'local'] as const) {
    const sum = lines.filter(({ projectKind }) => projectKind === kind).reduce((total, { max }) => total + max, 0);
    world.count('posts', 'region', `quota, ${kind} project`, sum);
  }
  return lines;
}

async function declareAll(world: World, lines: readonly QuotaLine[]): Promise<number> {
  const [officer, nation] = [await world.as('region.officer'), await world.as('nation.approver')];
  let declared = 0;
  await forEach(world.counties, 6, async (county, index) => {
    const rows = countyPosts(world, county, lines);
    declared += rows.length;
    await declare(world, county, rows, index === 0);
    if (index === 1) await sendBackOnce(world, county);
    await officer.post('/api/placement/posts/confirm', { season, county });
    await nation.post('/api/placement/posts/approve', { season, county });
  });
  return declared;
}

/** A county that forgets rural education is told so while it declares. */
async function declare(world: World, county: number, rows: readonly PostFields[], forgets: boolean): Promise<void> {
  const [officer, approver] = [await world.as(`c-${county}.officer`), await world.as(`c-${county}.approver`)];
  const draft = (part: readonly PostFields[]) => officer.post('/api/placement/posts/bulk', { season, rows: part });
  if (forgets) {
    await draft(rows.filter(({ special }) => special !== 'rural-education'));
    await world.mustRefuse('post.structure', approver, (client) =>
      client.post('/api/placement/posts/declare', { season, county }),
    );
    await draft(rows.filter(({ special }) => special === 'rural-education'));
  } else {
    await draft(rows);
  }
  await approver.post('/api/placement/posts/declare', { season, county });
}

/** 退回: the region asks for better duties; the county corrects and declares again. */
async function sendBackOnce(world: World, county: number): Promise<void> {
  const [region, officer] = [await world.as('region.officer'), await world.as(`c-${county}.officer`)];
  const [first] = await officer.all<PostRow>(`/api/placement/posts?season=${season}&county=${county}&sort=code`);
  if (!first) return;
  await region.post('/api/placement/posts/return', { ids: [first.id], reason: '岗位职责过于简略，请补充' });
  const post = await officer.get<PostView>(`/api/placement/posts/${first.id}`);
  const { unit, unitName, title, special, level, seats, projectKind, providesBoardAndLodging } = post;
  const { cashMonthlyFen, majors, placeTags, acceptsReassigned } = post;
  const fields: PostFields = {
    ...{ unit, unitName, title, special, level, seats, projectKind, providesBoardAndLodging },
    ...{ cashMonthlyFen, majors, placeTags, acceptsReassigned, duties: `${post.duties}（补充：每周工作安排见附件）` },
  };
  await officer.put(`/api/placement/posts/${first.id}`, fields, post.version);
  const approver = await world.as(`c-${county}.approver`);
  await approver.post('/api/placement/posts/declare', { season, county });
  world.count('posts', 'region', 'lists sent back and declared again', 1);
}
