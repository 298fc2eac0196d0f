import type { AgreementRow, OwnVolunteerView, PostChangeView, PostRow, VolunteerRow } from '@xibu/domain/placement/api';
import { season } from '../calendar.js';
import { forEach, Problem } from '../client.js';
import { quiet } from '../clock.js';
import type { World } from '../world.js';
import { serving } from './leaves.js';

/** 岗位调整: a few want another post; the farther away, the higher the tier that decides, and across leagues hardly ever. */
export async function changePosts(world: World, month: string): Promise<number> {
  const region = await world.as('region.officer');
  const posts = await region.all<PostRow>(`/api/placement/posts?season=${season}&status=open&sort=code`);
  const free = new Map(posts.filter(({ seats, taken }) => taken < seats).map((post) => [post.id, post]));
  let changed = 0;
  // One after the other: what one takes is no longer free for the next.
  for (const row of await serving(world)) {
    const chance = world.chance('post change', world.personNumbered(row.number).person.index, month);
    if (!chance.happens(0.006)) continue;
    const target = targetOf(row, [...free.values()], chance.next());
    if (!target) continue;
    free.delete(target.id);
    if (await changePost(world, row, target)) changed += 1;
  }
  await quiet(world);
  if (changed > 0) await signAnnexes(world);
  return changed;
}

function targetOf({ county, postCode }: VolunteerRow, free: readonly PostRow[], draw: number): PostRow | undefined {
  const other = free.filter(({ code }) => code !== postCode);
  const same = other.find((post) => post.county === county);
  const near = other.find((post) => post.county !== county && leagueOf(post.county) === leagueOf(county));
  const far = other.find((post) => leagueOf(post.county) !== leagueOf(county));
  if (draw < 0.6) return same ?? near;
  return draw < 0.85 ? near : far;
}

function leagueOf(county: number): number {
  return county - (county % 100);
}

async function changePost(world: World, row: VolunteerRow, target: PostRow): Promise<boolean> {
  const person = await world.asPerson(world.personNumbered(row.number));
  const change = await person.post<PostChangeView>('/api/placement/post-changes', {
    ...{ toPostId: target.id, reason: '专业与岗位更加匹配' },
  });
  const logins = {
    county: `c-${row.county}.approver`,
    'league-city': `lc-${leagueOf(row.county)}.approver`,
    region: 'region.approver',
  };
  const approver = await world.as(logins[change.tier]);
  const path = `/api/placement/post-changes/${change.id}/decide`;
  if (change.tier === 'region') {
    await world.mustRefuse('post-change.across-league-cities', approver, (client) =>
      client.post(path, { approved: true, reason: '同意' }),
    );
  }
  try {
    await approver.post(path, {
      ...{ approved: true, reason: '同意', ...(change.tier === 'region' ? { exceptionReason: '家庭特殊困难' } : {}) },
    });
  } catch (error) {
    // Somebody was placed there meanwhile, or the quota of the other county is full.
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    world.met(error.code);
    await approver.post(path, { approved: false, reason: '该岗位已无空额' });
    return false;
  }
  if (target.county !== row.county) world.moves.push([row.county, target.county]);
  return true;
}

/** The annex of the agreement for the new post, signed by all three. */
async function signAnnexes(world: World): Promise<void> {
  const region = await world.as('region.officer');
  const rows = await region.all<AgreementRow>(`/api/placement/agreements?season=${season}&status=open&kind=annex`);
  await forEach(rows, 4, async ({ id, unit, county, number }) => {
    const person = await world.asPerson(world.personNumbered(number));
    await person.get<OwnVolunteerView>('/api/placement/volunteers/mine');
    for (const client of [person, await world.as(`unit-${unit}`), await world.as(`c-${county}.approver`)]) {
      await client.post(`/api/placement/agreements/${id}/sign`);
    }
  });
  await quiet(world);
}

/** 提前离岗: some leave for work or study; county and region agree. */
export async function leaveEarly(world: World, month: string): Promise<number> {
  const approver = await world.as('region.approver');
  let left = 0;
  await forEach(await serving(world), 6, async ({ number, county }) => {
    const applicant = world.personNumbered(number);
    if (!world.chance('early exit', applicant.person.index, month).happens(0.007)) return;
    const person = await world.asPerson(applicant);
    const officer = await world.as(`c-${county}.approver`);
    const { id } = await person.post<{ id: string }>('/api/placement/departures', {
      ...{ lastDay: `${month}-20`, reason: '考取公务员，需按期报到' },
    });
    await officer.post(`/api/placement/departures/${id}/agree`, { approved: true, reason: '同意' });
    await approver.post(`/api/placement/departures/${id}/decide`, { approved: true, reason: '同意提前离岗' });
    left += 1;
  });
  await quiet(world);
  return left;
}
