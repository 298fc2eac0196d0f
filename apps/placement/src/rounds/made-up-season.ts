import { randomUUID } from 'node:crypto';
import { type Actor, type DataOf, everywhere, type Role, rangeOf, type Special, specials } from '@xibu/domain';
import type { PostFields, QuotaLine } from '@xibu/domain/placement/api';
import type { ApplicationQualified } from '@xibu/domain/recruitment/events';
import { type Clock, type Database, inRequest } from '@xibu/platform';
import { MoveCounty } from '../counties/move-county.js';
import { RegisterCounties } from '../counties/register-counties.js';
import { drawsFrom } from '../matching/made-up-round.js';
import { DraftPosts } from '../posts/draft-posts.js';
import { MovePosts } from '../posts/move-posts.js';
import { OpenPosts } from '../posts/open-posts.js';
import { sampleFields } from '../posts/sample-post.js';
import { MoveQuotaPlan } from '../quotas/move-quota-plan.js';
import { PrepareQuotaPlan } from '../quotas/prepare-quota-plan.js';
import { QualifyCandidate } from '../rankings/qualify-candidate.js';

/** A season of nobody, taken through the service's own steps: for demonstrations and tests. */
export interface Parts {
  readonly database: Database;
  readonly clock: Clock;
}

export const madeUpSeasonName = '2023-2024';
const region = 150000;

/** One account for each role and place, so that four eyes are four. */
export function madeUpActor(role: Role, division: number): Actor {
  return {
    ...{ account: `${role}:${division}`, roles: [role], office: null, officeName: null, name: `${role} ${division}` },
    divisions: division === 0 ? everywhere : rangeOf(division),
    ...{ university: null, faculty: null, unit: null },
  };
}

/** Does something as this actor would over HTTP. */
export function asActor<T>(actor: Actor, work: (actor: Actor) => Promise<T>): Promise<T> {
  const context = { correlation: randomUUID(), traceparent: null, language: 'zh', action: 'made up' } as const;
  return inRequest({ ...context, actor, idempotency: null }, () => work(actor));
}

export async function serveCounties({ database, clock }: Parts, codes: readonly number[]): Promise<void> {
  const counties = codes.map((county) => ({ county, foundingDocument: `团发${county}`, namedOfficer: '专人' }));
  const register = new RegisterCounties(database, clock);
  const move = new MoveCounty(database, clock);
  await asActor(madeUpActor('region.officer', region), (actor) =>
    register.run({ season: madeUpSeasonName, counties }, actor),
  );
  for (const code of codes) {
    await asActor(madeUpActor('region.approver', region), (actor) => move.run(code, { take: 'approve' }, actor));
    const filed = { take: 'file', filingNumber: `备${code}` } as const;
    await asActor(madeUpActor('national.officer', 0), (actor) => move.run(code, filed, actor));
    await asActor(madeUpActor('region.officer', region), (actor) => move.run(code, { take: 'activate' }, actor));
  }
}

export async function allotQuotas({ database, clock }: Parts, lines: readonly QuotaLine[]): Promise<void> {
  const [prepare, move] = [new PrepareQuotaPlan(database, clock), new MoveQuotaPlan(database, clock)];
  const officer = madeUpActor('region.officer', region);
  const { id } = await asActor(officer, (actor) => prepare.run({ season: madeUpSeasonName, lines }, actor));
  await asActor(officer, (actor) => move.run(id, { take: 'propose' }, actor));
  await asActor(madeUpActor('region.approver', region), (actor) => move.run(id, { take: 'approve' }, actor));
}

/** Drafts, declares, confirms, approves and opens a county's posts. */
export async function openPosts(
  { database, clock }: Parts,
  county: number,
  rows: readonly PostFields[],
): Promise<void> {
  const season = madeUpSeasonName;
  const [draft, move, open] = [
    new DraftPosts(database, clock),
    new MovePosts(database, clock),
    new OpenPosts(database, clock),
  ];
  const drafted = await asActor(madeUpActor('county.officer', county), (actor) => draft.run({ season, rows }, actor));
  const refused = drafted.find(({ done }) => !done);
  if (refused) throw new Error(`row ${refused.row}: ${refused.code}`);
  await asActor(madeUpActor('county.approver', county), (actor) => move.run('declare', { season }, actor));
  await asActor(madeUpActor('region.officer', region), (actor) => move.run('confirm', { season, county }, actor));
  await asActor(madeUpActor('national.approver', 0), (actor) => move.run('approve', { season, county }, actor));
  await asActor(madeUpActor('region.officer', region), (actor) => open.run({ season, county }, actor));
}

const countySpecials = specials.filter((special) => special !== 'serve-xinjiang');

/** Posts whose structure is in order: a third rural education, one in twenty youth work, all at township or below. */
export function madeUpPosts(county: number, count: number, seed: number): PostFields[] {
  const draw = drawsFrom(seed);
  return Array.from({ length: count }, (_, index): PostFields => {
    const others: readonly Special[] = ['rural-construction', 'healthy-countryside', 'rural-governance'];
    const other = others[Math.floor(draw() * others.length)] as Special;
    const special = index % 3 === 0 ? 'rural-education' : index % 20 === 10 ? 'youth-work' : other;
    return {
      ...sampleFields,
      ...{ unit: `${county}-u${index % 7}`, unitName: `单位${index % 7}`, title: `岗位${index + 1}`, special },
      level: draw() < 0.5 ? 'township' : 'village',
      seats: 1 + Math.floor(draw() * 3),
      projectKind: draw() < 0.5 ? 'national' : 'local',
      acceptsReassigned: draw() < 0.8,
    };
  });
}

type Qualified = DataOf<typeof ApplicationQualified>;

/** People of the qualified list, by number; most wish for two counties, some accept reassignment. */
export function madeUpCandidates(counties: readonly number[], count: number, seed: number): Qualified[] {
  const draw = drawsFrom(seed);
  const below = (limit: number) => Math.floor(draw() * limit);
  return Array.from({ length: count }, (_, index): Qualified => {
    const number = String(index + 1).padStart(5, '0');
    const first = below(counties.length);
    const wished = [...new Set([first, below(counties.length)])].map((at) => counties[at] as number);
    const start = below(countySpecials.length);
    return {
      ...{ applicationId: `application-${number}`, accountId: `account-${number}`, season: madeUpSeasonName },
      ...{ university: '4115010126', code: `C${number}`, scoreHundredths: 6000 + 50 * below(60) },
      classes: Object.fromEntries(specials.map((special) => [special, below(3)])) as Qualified['classes'],
      counties: wished,
      specials: [0, 1].map((step) => countySpecials[(start + step) % countySpecials.length] as Special),
      acceptsReassignment: draw() < 0.6,
    };
  });
}

/** As if recruitment had told of them, in any order. */
export async function qualify({ database, clock }: Parts, candidates: readonly Qualified[]): Promise<void> {
  const qualifyOne = new QualifyCandidate(clock);
  await database.asService(async (tx) => {
    for (const candidate of candidates) await qualifyOne.run(tx, candidate);
  });
}
