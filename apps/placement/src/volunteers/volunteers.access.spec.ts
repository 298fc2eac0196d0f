import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, may, type Permission, roles } from '@xibu/domain';
import type { VolunteerRow } from '@xibu/domain/placement/api';
import { Database } from '@xibu/platform';
import { actorOf, startTestService, type TestService } from '@xibu/platform/testing';
import { draft } from '../agreements/agreement.rules.js';
import { AgreementTable } from '../agreements/agreement.table.js';
import { placement } from '../placement.service.js';
import { PostTable } from '../posts/post.table.js';
import { samplePost } from '../posts/sample-post.js';
import { heldPost } from './expect-volunteer.js';
import { accountOf, applicationOf, noticeOf, numberOf, postOf } from './made-up-service.js';
import { storeAll } from './store-all.js';
import { expect as expectVolunteer } from './volunteer.rules.js';
import { VolunteerTable } from './volunteer.table.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(placement);
  await fill();
});
afterAll(() => service.stop());

const id = '01890000-0000-7000-8000-0000000009ff';
const one = (noun: string, step = '') => `/api/placement/${noun}/${id}${step}`;
const all = (noun: string) => `/api/placement/${noun}`;
const routes: readonly (readonly [string, string, Permission])[] = [
  ['GET', all('volunteers'), 'volunteer.read'],
  ['GET', `${all('volunteers')}/counts?by=status`, 'volunteer.read'],
  ['GET', `${all('volunteers')}/export?format=csv`, 'volunteer.read'],
  ['GET', `${all('volunteers')}/mine`, 'volunteer.own'],
  ['GET', one('volunteers'), 'volunteer.read'],
  ['POST', `${all('volunteers')}/on-post`, 'volunteer.confirm-on-post'],
  ['POST', one('volunteers', '/waive-cover'), 'volunteer.waive-cover'],
  ['POST', all('check-ins'), 'volunteer.check-in'],
  ['POST', `${all('check-ins')}/close`, 'volunteer.close-report-in'],
  ['GET', `${all('trainings')}?season=2023-2024`, 'training.read'],
  ['POST', all('trainings'), 'training.hold'],
  ['POST', one('trainings', '/cancel'), 'training.hold'],
  ['POST', one('trainings', '/attendance'), 'training.hold'],
  ['GET', `${all('dispatches')}?season=2023-2024`, 'dispatch.read'],
  ['POST', all('dispatches'), 'dispatch.prepare'],
  ['GET', one('dispatches', '/list.pdf'), 'dispatch.read'],
  ['POST', one('dispatches', '/confirm'), 'dispatch.confirm'],
  ['GET', all('agreements'), 'agreement.read'],
  ['GET', `${all('agreements')}/unsigned?season=2023-2024`, 'agreement.read'],
  ['POST', `${all('agreements')}/sign`, 'agreement.sign'],
  ['GET', one('agreements'), 'agreement.read'],
  ['GET', one('agreements', '/agreement.pdf'), 'agreement.read'],
  ['POST', one('agreements', '/sign'), 'agreement.sign'],
  ['POST', one('agreements', '/allow-late'), 'agreement.allow-late'],
  ['POST', all('registrations'), 'registration.own'],
  ['GET', all('leaves'), 'leave.read'],
  ['GET', one('leaves'), 'leave.read'],
  ['POST', all('leaves'), 'leave.ask'],
  ['POST', one('leaves', '/cancel'), 'leave.ask'],
  ['POST', one('leaves', '/decide'), 'leave.decide'],
  ['POST', one('leaves', '/return'), 'leave.return'],
  ['GET', all('post-changes'), 'post-change.read'],
  ['POST', all('post-changes'), 'post-change.ask'],
  ['POST', one('post-changes', '/decide'), 'post-change.decide'],
  ['GET', all('departures'), 'departure.read'],
  ['POST', all('departures'), 'departure.ask'],
  ['POST', `${all('departures')}/terminations`, 'departure.propose'],
  ['POST', `${all('departures')}/deaths`, 'departure.record-death'],
  ['POST', one('departures', '/agree'), 'departure.agree'],
  ['POST', one('departures', '/decide'), 'departure.decide'],
  ['GET', all('extensions'), 'extension.read'],
  ['POST', all('extensions'), 'extension.ask'],
  ['POST', one('extensions', '/agree'), 'extension.agree'],
  ['POST', one('extensions', '/decide'), 'extension.decide'],
];

describe.each(routes)('%s %s', (method, path, permission) => {
  test('asks who is there', async () => {
    expect(await service.call(null, method, path)).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });
  test('refuses every role that may not', async () => {
    const strangers = roles.filter((role) => !may({ roles: [role] }, permission));
    const answers = await Promise.all(strangers.map((role) => service.call(actorOf(role), method, path)));
    expect(answers.map(({ status }) => status)).toEqual(strangers.map(() => 403));
  });
  test('lets in every role that may', async () => {
    const known = roles.filter((role) => may({ roles: [role] }, permission));
    const answers = await Promise.all(known.map((role) => service.call(actorOf(role), method, path)));
    expect(answers.map(({ status }) => status).filter((status) => [401, 403, 500].includes(status))).toEqual([]);
  });
});

test('every route of these nouns stands in the table above', async () => {
  const nouns =
    /^\/api\/placement\/(volunteers|check-ins|trainings|dispatches|agreements|registrations|leaves|post-changes|departures|extensions)/;
  const { body } = await service.call<{ paths: Record<string, object> }>(null, 'GET', '/api/placement/openapi.json');
  const described = Object.entries(body.paths)
    .filter(([path]) => nouns.test(path))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  const listed = routes.map(([method, path]) => `${method} ${path.replace(id, '{id}').replace(/\?.*/, '')}`);
  expect(described.sort()).toEqual(listed.sort());
});

const volunteerOf = (n: number) => `01890000-0000-7000-8000-0000000005${String(n).padStart(2, '0')}`;
const leaveOf = (n: number) => `01890000-0000-7000-8000-0000000006${String(n).padStart(2, '0')}`;

/** Four people: two in one county at two units and universities, one in another county, one in another league-city. */
const people = [
  { n: 1, county: 152221, unit: 'a', university: 'u1' },
  { n: 2, county: 152221, unit: 'b', university: 'u2' },
  { n: 3, county: 152222, unit: 'c', university: 'u1' },
  { n: 4, county: 150422, unit: 'd', university: 'u1' },
] as const;

async function fill(): Promise<void> {
  const database = service.app.get(Database);
  await database.asService(async (tx) => {
    for (const { n, county, unit, university } of people) {
      const code = `${county}-23-00${n}`;
      const post = samplePost({ id: postOf(n), county, unit, draftNumber: n, code, status: 'open', declaredBy: 'x' });
      const admitted = {
        ...{ applicationId: applicationOf(n), accountId: accountOf(n), season: '2023-2024', university },
        ...{ postId: post.id, county, confirmationNumber: noticeOf(n), number: numberOf(n) },
      };
      const person = {
        name: `测试${n}`,
        sex: '女',
        university,
        major: '',
        identityMasked: '',
        cardLastFour: null,
        covers: {},
      };
      const at = new Date('2023-07-10T00:00:00Z');
      const expected = { id: volunteerOf(n), post: heldPost(post), unit, county, person, admittedAt: at };
      const volunteer = expectVolunteer(admitted, expected, at);
      await storeAll(tx, PostTable, [post]);
      await storeAll(tx, VolunteerTable, [volunteer]);
      await storeAll(tx, AgreementTable, [draft(volunteer, post, { ...drafting, id: leaveOf(n) }, at)]);
      const values = [leaveOf(n), volunteer.id, volunteer.number, volunteer.accountId, county, unit, post.id];
      for (const statement of papers) await tx.query(statement, values);
    }
  });
}

const drafting = { kind: 'first', season: '2023-2024', from: '2023-08-01', to: '2024-07-31', ordinal: 1 } as const;
const own = 'id, volunteer_id, number, account_id, county, unit';
const papers = [
  `insert into leave (${own}, kind, from_day, to_day, days, reason, destination, status, waits_for, opinions, overdue_days, decided_by, updated_at, version)
   select $1, $2, $3, $4, $5, $6, 'personal', '2023-10-09', '2023-10-10', 2, '', '', 'requested', 'unit', '[]', 0, '', now(), 1
    where $7 is not null`,
  `insert into post_change (${own}, to_county, from_post_id, to_post_id, tier, asked_by, reason, status, updated_at, version)
   select $1, $2, $3, $4, $5, $6, $5, $7::uuid, $7::uuid, 'county', 'unit', '', 'requested', now(), 1`,
  `insert into departure (${own}, kind, last_day, reason, status, proposed_by, updated_at, version)
   select $1, $2, $3, $4, $5, $6, 'early-exit', '2024-03-01', '', 'requested', '', now(), 1 where $7 is not null`,
  `insert into extension (${own}, season, from_day, to_day, reason, status, updated_at, version)
   select $1, $2, $3, $4, $5, $6, '2024-2025', '2024-08-01', '2025-07-31', '', 'requested', now(), 1 where $7 is not null`,
].map((statement) =>
  statement
    .replace('select $1, $2, $3, $4, $5, $6', 'select $1::uuid, $2::uuid, $3::text, $4::text, $5::int, $6::text')
    .replace('$7 is not null', '$7::uuid is not null'),
);

const scopes: readonly (readonly [string, Actor, readonly number[]])[] = [
  ['a county', actorOf('county.officer', { division: 152221 }), [1, 2]],
  ['a league-city', actorOf('league-city.officer', { division: 152200 }), [1, 2, 3]],
  ['the region', actorOf('region.officer', { division: 150000 }), [1, 2, 3, 4]],
  ['the national office', actorOf('national.officer', { division: 0 }), [1, 2, 3, 4]],
  ['another region', actorOf('region.officer', { division: 650000 }), []],
  ['a unit', actorOf('unit.officer', { unit: 'b' }), [2]],
  ['a university', actorOf('university.officer', { university: 'u1' }), [1, 3, 4]],
  ['a university that sent nobody', actorOf('university.officer', { university: 'u9' }), []],
];

test.each(scopes)('%s sees its own people in lists, facets, counts, sheets and records', async (_, actor, seen) => {
  const list = await service.call<{ rows: VolunteerRow[]; total: number; facets: { status: Record<string, number> } }>(
    ...([actor, 'GET', all('volunteers')] as const),
  );
  expect(list.body.rows.map(({ number }) => number)).toEqual(seen.map(numberOf));
  expect(list.body.total).toBe(seen.length);
  expect(Object.values(list.body.facets.status).reduce((sum, n) => sum + n, 0)).toBe(seen.length);
  const counts = await service.call<{ total: number }>(actor, 'GET', `${all('volunteers')}/counts?by=county`);
  expect(counts.body.total).toBe(seen.length);
  const sheet = await service.call<string>(actor, 'GET', `${all('volunteers')}/export?format=csv`);
  expect(people.filter(({ n }) => String(sheet.body).includes(numberOf(n))).map(({ n }) => n)).toEqual(seen);
  const records = await Promise.all(
    people.map(({ n }) => service.call(actor, 'GET', `${all('volunteers')}/${volunteerOf(n)}`)),
  );
  expect(records.map(({ status }) => status)).toEqual(people.map(({ n }) => (seen.includes(n) ? 200 : 404)));
});

test.each(scopes.filter(([name]) => !name.includes('university')))(
  '%s sees its own agreements and leaves',
  async (_, actor, seen) => {
    for (const noun of ['agreements', 'leaves', 'post-changes', 'departures'] as const) {
      const list = await service.call<{ rows: { number: string }[]; total: number }>(actor, 'GET', all(noun));
      expect(list.body.rows.map(({ number }) => number)).toEqual(seen.map(numberOf));
      expect(list.body.total).toBe(seen.length);
    }
  },
);

test('a person sees their own service, leaves and agreements, and nobody else’s', async () => {
  const person = actorOf('person', { account: accountOf(2) });
  for (const noun of ['agreements', 'leaves', 'post-changes', 'departures', 'extensions'] as const) {
    const list = await service.call<{ rows: { number: string }[] }>(person, 'GET', all(noun));
    expect(list.body.rows.map(({ number }) => number)).toEqual([numberOf(2)]);
  }
  const foreign = await service.call(person, 'GET', `${all('leaves')}/${leaveOf(1)}`);
  expect(foreign.status).toBe(404);
});
