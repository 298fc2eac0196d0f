import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, may, type Permission, type Role } from '@xibu/domain';
import type { MessageView } from '@xibu/domain/notifications/api';
import type { AccountRow } from '@xibu/domain/programme/api';
import pg from 'pg';
import { type Applicant, signUp } from './applicants.js';
import { type TokenTroubles, tokenOf } from './bearer-tokens.js';
import { eventually } from './eventually.js';
import { jsonOf, noOf } from './front-door.js';
import { openYear, otherFaculty, otherUniversity, ownFaculty, ownUniversity, password } from './programme-year.js';
import { rowsOf, Sight, sum } from './sights.js';
import { StorySystem } from './story-system.js';

const system = new StorySystem();
const sessions = new Map<string, string>();
const people = new Map<string, Applicant>();
let operator: string;

/** Four people who have submitted, two at each university and one at each faculty, and a draft. */
const everybody = ['own-1', 'own-2', 'other-1', 'other-2'] as const;
type Name = (typeof everybody)[number];
const homes: Readonly<Record<Name | 'draft', { index: number; university: string; faculty: string }>> = {
  'own-1': { index: 1, university: ownUniversity, faculty: ownFaculty },
  // By its five digits, as people know it.
  'own-2': { index: 2, university: ownUniversity.slice(-5), faculty: otherFaculty },
  'other-1': { index: 3, university: otherUniversity, faculty: ownFaculty },
  'other-2': { index: 4, university: otherUniversity, faculty: otherFaculty },
  draft: { index: 5, university: ownUniversity, faculty: ownFaculty },
};

/** Every account of an office, its role, and whom it sees. */
const desks: readonly (readonly [login: string, role: Role, sees: readonly Name[]])[] = [
  ['nation-officer', 'national.officer', everybody],
  ['nation-approver', 'national.approver', everybody],
  ['auditor', 'auditor', everybody],
  ['operator', 'operator', []],
  ['region-officer', 'region.officer', everybody],
  ['region-approver', 'region.approver', everybody],
  ['region-finance', 'region.finance-officer', everybody],
  ['city-officer', 'league-city.officer', []],
  ['city-approver', 'league-city.approver', []],
  ['county-officer', 'county.officer', []],
  ['county-approver', 'county.approver', []],
  ['county-finance', 'county.finance-officer', []],
  ['county-payer', 'county.finance-approver', []],
  ['unit-officer', 'unit.officer', []],
  [`officer-${ownUniversity}`, 'university.officer', ['own-1', 'own-2']],
  [`approver-${ownUniversity}`, 'university.approver', ['own-1', 'own-2']],
  [`officer-${otherUniversity}`, 'university.officer', ['other-1', 'other-2']],
  [`approver-${otherUniversity}`, 'university.approver', ['other-1', 'other-2']],
  [`faculty-${ownUniversity}-1`, 'faculty.officer', ['own-1']],
  [`faculty-${ownUniversity}-2`, 'faculty.officer', ['own-2']],
  [`faculty-${otherUniversity}-1`, 'faculty.officer', ['other-1']],
  [`faculty-${otherUniversity}-2`, 'faculty.officer', ['other-2']],
];

beforeAll(async () => {
  await system.start();
  await openYear(system);
  for (const [login] of desks) sessions.set(login, await system.door.sessionOf(login, password));
  operator = sessionOf('operator');
  for (const name of everybody) people.set(name, await signUp(system, homes[name]));
  people.set('draft', await signUp(system, { ...homes.draft, isDraft: true }));
  await system.quiet(operator);
}, 180_000);
afterAll(() => system.stop(), 60_000);

function sessionOf(login: string): string {
  const session = sessions.get(login);
  if (!session) throw new Error(`${login} is not signed in`);
  return session;
}

function person(name: string): Applicant {
  const found = people.get(name);
  if (!found) throw new Error(`${name} has not signed up`);
  return found;
}

const sight = (login: string) => new Sight(system.door, sessionOf(login));
const numbersOf = (names: readonly Name[]) => names.map((name) => person(name).number ?? 'draft').sort();
const facultiesOf = (names: readonly Name[]) => [...new Set(names.map((name) => homes[name].faculty))].sort();

describe.each(desks)('%s (%s)', (login, role, sees) => {
  const unseen = [...everybody.filter((name) => !sees.includes(name)), 'draft'];
  const allowed = (permission: Permission) => may({ roles: [role] }, permission);

  test('finds in the list whom it may see, page by page, and the total and the facets count no others', async () => {
    const { numbers, totals, facets } = await sight(login).list();
    expect(numbers).toEqual(numbersOf(sees));
    expect(new Set(totals)).toEqual(new Set([sees.length]));
    expect([sum(facets.status), sum(facets.faculty)]).toEqual([sees.length, sees.length]);
    expect(Object.keys(facets.faculty ?? {}).sort()).toEqual(facultiesOf(sees));
  });

  test('finds nobody else by any filter', async () => {
    for (const name of everybody) {
      const { number, form } = person(name);
      const home = homes[name];
      const asked = [
        `university=${home.university.length === 5 ? ownUniversity : home.university}&faculty=${encodeURIComponent(home.faculty)}`,
        `q=${number}`,
        `q=${encodeURIComponent(form.name)}&status=submitted`,
      ];
      const expected = sees.includes(name) ? [number] : [];
      for (const query of asked) {
        expect([name, query, (await sight(login).list(query)).numbers]).toEqual([name, query, expected]);
      }
    }
  });

  test('counts them alone, however they are counted', async () => {
    for (const by of ['university', 'faculty', 'status'] as const) {
      const { total, rows } = await sight(login).counts(by);
      expect([by, total, rows.reduce((all, row) => all + row.total, 0)]).toEqual([by, sees.length, sees.length]);
    }
    const { rows } = await sight(login).counts('faculty');
    expect([...new Set(rows.map(({ key }) => key))].sort()).toEqual(facultiesOf(sees));
  });

  test('takes them alone away, as CSV and as XLSX', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const { numbers, file } = await sight(login).sheet(format);
      expect([format, numbers]).toEqual([format, numbersOf(sees)]);
      const foreign = everybody.filter((name) => !sees.includes(name)).map((name) => person(name).name);
      if (format === 'csv') expect(foreign.filter((name) => file.text.includes(name))).toEqual([]);
    }
  });

  test('opens them one by one, and no other record exists for it', async () => {
    for (const name of [...everybody, 'draft'] as const) {
      const status = await sight(login).one(person(name).applicationId);
      expect([name, status]).toEqual([name, unseen.includes(name) ? 404 : 200]);
    }
  });

  test.each([
    ['GET', 'progress', 'application.progress', undefined],
    ['GET', 'form.pdf', 'application.print', undefined],
    ['GET', 'ticket.pdf', 'application.print', undefined],
    ['GET', 'confirmation.pdf', 'application.print', undefined],
    ['POST', 'reveal', 'application.reveal', { reason: '核对身份' }],
    ['POST', 'faculty-review', 'application.review-faculty', { decision: 'pass', opinion: '', talked: true }],
    ['POST', 'university-review', 'application.review-university', { decision: 'pass', opinion: '' }],
  ] as const)(
    '%s %s of a record that is not its own is refused as if there were none',
    async (method, step, permission, body) => {
      for (const name of unseen) {
        const answer = await sight(login).ask(method, `/${person(name).applicationId}/${step}`, body);
        expect([name, noOf(answer)]).toEqual([
          name,
          allowed(permission) ? '404 record.unknown' : '403 permission.missing',
        ]);
      }
    },
  );

  test('decides on nobody else in bulk', async () => {
    const ids = unseen.map((name) => person(name).applicationId);
    const answer = await sight(login).ask('POST', '/bulk-review', {
      ids,
      decision: 'return',
      opinion: '请核对后重新提交',
    });
    if (!allowed('application.review-any')) expect(noOf(answer)).toBe('403 permission.missing');
    else
      expect(rowsOf(answer).map(({ done, code }) => `${done} ${code}`)).toEqual(ids.map(() => 'false record.unknown'));
  });
});

test('after all these tries every application stands as it was submitted', async () => {
  const { status } = (await sight('region-officer').list()).facets;
  expect(status).toEqual({ submitted: everybody.length });
});

test('a person sees their own application and messages, and nothing of anybody else', async () => {
  for (const name of everybody) {
    const { session, applicationId, number } = person(name);
    const own = await system.door.get<{ id: string }[]>('/api/recruitment/applications/mine', session);
    expect(own.map(({ id }) => id)).toEqual([applicationId]);
    const messages = await eventually(
      `${name} is told of the submission`,
      () => system.door.get<{ rows: MessageView[] }>('/api/notifications/messages/mine', session),
      ({ rows }) => rows.length > 0,
    );
    const foreign = everybody.filter((other) => other !== name).map((other) => person(other).number ?? '');
    expect(JSON.stringify(messages)).toContain(number);
    expect(foreign.filter((other) => JSON.stringify(messages).includes(other))).toEqual([]);
  }
});

test.each([
  ['GET', '', '403 permission.missing', undefined],
  ['GET', '/counts?by=university', '403 permission.missing', undefined],
  ['GET', '?format=csv', '403 permission.missing', undefined],
  ['GET', '/:id', '403 permission.missing', undefined],
  ['GET', '/:id/progress', '404 record.unknown', undefined],
  ['GET', '/:id/form.pdf', '404 record.unknown', undefined],
  ['GET', '/:id/reads', '404 record.unknown', undefined],
  ['PUT', '/:id/draft', '404 record.unknown', { skills: '书法' }],
  ['POST', '/:id/submit', '404 record.unknown', { declared: true }],
  ['POST', '/:id/withdraw', '404 record.unknown', {}],
  ['POST', '/:id/confirm', '404 record.unknown', { counties: [152224], specials: [], acceptsReassignment: true }],
  ['POST', '/:id/reveal', '403 permission.missing', { reason: '核对身份' }],
] as const)('a person who asks for another’s: %s %s is %s', async (method, path, no, body) => {
  const own = new Sight(system.door, person('own-1').session);
  for (const name of ['own-2', 'other-1', 'draft']) {
    expect(noOf(await own.ask(method, path.replace(':id', person(name).applicationId), body))).toBe(no);
  }
});

test('a university sees the accounts of its own offices, and no ledger of deliveries', async () => {
  const { rows } = await system.door.get<{ rows: AccountRow[] }>(
    '/api/programme/accounts?limit=200',
    sessionOf(`officer-${ownUniversity}`),
  );
  const logins = rows.map(({ loginName }) => loginName).sort();
  expect(logins).toEqual(
    [1, 2]
      .map((at) => `faculty-${ownUniversity}-${at}`)
      .concat(`approver-${ownUniversity}`, `officer-${ownUniversity}`)
      .sort(),
  );
  const session = sessionOf(`officer-${ownUniversity}`);
  expect(noOf(await system.door.ask('GET', '/api/notifications/deliveries', { session }))).toBe(
    '403 permission.missing',
  );
});

const register = '/api/recruitment/applications';
const secretOfNobody = 'a'.repeat(43);

test.each([
  ['nothing at all', {}, '401 session.missing'],
  ['a session that nobody has', { authorization: `Session ${secretOfNobody}` }, '401 session.expired'],
  ['a cookie that nobody has', { cookie: `xibu=${secretOfNobody}` }, '401 session.missing'],
  ['a password instead', { authorization: 'Basic cmVnaW9uLW9mZmljZXI6eA==' }, '401 session.missing'],
  ['a token that is none', { authorization: 'Bearer a.b.c' }, '401 session.expired'],
  [
    'headers that name somebody',
    {
      'x-xibu-session-id': secretOfNobody,
      'x-xibu-actor': '{"roles":["national.officer"]}',
      'x-forwarded-user': 'root',
    },
    '401 session.missing',
  ],
])('whoever brings %s is not let in', async (_, headers, no) => {
  for (const path of [register, `${register}/counts?by=status`, `${register}?format=csv`, '/api/programme/accounts']) {
    expect(noOf(await system.door.ask('GET', path, { headers }))).toBe(no);
  }
});

test.each<[string, TokenTroubles, string]>([
  ['as the programme service signs it', {}, '200'],
  ['signed with another key', { isForged: true }, '401 session.expired'],
  ['without a signature', { algorithm: 'none' }, '401 session.expired'],
  ['whose time is over', { expiredSeconds: 1 }, '401 session.expired'],
  ['of another issuer', { issuer: 'somebody' }, '401 session.expired'],
  ['changed after it was signed', { tampered: { university: otherUniversity } }, '401 session.expired'],
])('a token %s is answered with %s', async (_, troubles, answered) => {
  const officer = sessionOf(`officer-${ownUniversity}`);
  const { actor } = await system.door.get<{ actor: Actor }>('/api/programme/session', officer);
  const token = tokenOf(actor, system.stack.secrets.tokenPrivateKey, troubles);
  const headers = { authorization: `Bearer ${token}` };
  expect(noOf(await system.door.ask('GET', register, { headers }))).toBe(answered);
});

test('a session that was ended, or whose day is over, opens nothing any more', async () => {
  const [ended, aged] = [
    await system.door.sessionOf('auditor', password),
    await system.door.sessionOf('city-officer', password),
  ];
  expect((await system.door.ask('GET', register, { session: ended })).status).toBe(200);
  expect((await system.door.ask('POST', '/api/programme/sign-out', { session: ended })).status).toBe(204);
  expect(noOf(await system.door.ask('GET', register, { session: ended }))).toBe('401 session.expired');

  const { actor } = await system.door.get<{ actor: Actor }>('/api/programme/session', sessionOf('city-officer'));
  const database = new pg.Client({ connectionString: system.stack.databaseOf('programme') });
  await database.connect();
  const { rowCount } = await database
    .query(`update session set expires_at = now() - interval '1 second' where account_id = $1`, [actor.account])
    .finally(() => database.end());
  expect(rowCount).toBe(2);
  expect(noOf(await system.door.ask('GET', register, { session: aged }))).toBe('401 session.expired');
});

test('whatever a request says of itself, it is read as the account of its session', async () => {
  const region = await system.door.get<{ actor: Actor }>('/api/programme/session', sessionOf('region-officer'));
  const forged = {
    ...{ 'x-xibu-session-id': secretOfNobody, 'x-xibu-gateway-key': system.stack.secrets.internalKey },
    ...{
      'x-xibu-actor': JSON.stringify({ account: region.actor.account, roles: region.actor.roles }),
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-user': 'root',
    },
  };
  const session = sessionOf(`faculty-${ownUniversity}-1`);
  const answer = await system.door.ask('GET', register, { session, headers: forged });
  expect(jsonOf<{ rows: { number: string }[] }>(answer).rows.map(({ number }) => number)).toEqual(numbersOf(['own-1']));
  const who = await system.door.ask('GET', '/api/programme/session', { session, headers: forged });
  expect(jsonOf<{ actor: Actor }>(who).actor.roles).toEqual(['faculty.officer']);
  // The exchange of sessions for tokens answers the gateway alone; its key is worth nothing from outside.
  const exchange = { headers: forged, body: { session } };
  expect(noOf(await system.door.ask('POST', '/api/programme/sessions/exchange', exchange))).toBe('403 gateway.unknown');
});

test('with the cookie of a page nothing is changed for a page of another site', async () => {
  const { login, form } = person('own-1');
  const cookie = await system.door.cookieOf(login, `Stories-${homes['own-1'].index}-2023`);
  const language = async () => {
    const answer = await system.door.ask('GET', '/api/programme/session', { headers: { cookie } });
    return jsonOf<{ language: string; actor: Actor }>(answer);
  };
  expect(await language()).toMatchObject({ language: 'zh', actor: { name: form.name } });
  const own = { cookie, 'x-xibu': 'portal' };
  const foreign: readonly Readonly<Record<string, string>>[] = [
    { cookie },
    { cookie, 'x-xibu': 'machine' },
    ...['https://evil.example', 'null', `${system.stack.url}1`].map((origin) => ({ ...own, origin })),
  ];
  const step = { body: { language: 'en' } };
  for (const headers of foreign) {
    const changed = await system.door.ask('PUT', '/api/programme/session/language', { ...step, headers });
    const withdrawn = await system.door.ask('POST', `${register}/${person('own-1').applicationId}/withdraw`, {
      headers,
      body: {},
    });
    expect([changed, withdrawn].map(noOf)).toEqual(['403 session.foreign-origin', '403 session.foreign-origin']);
  }
  expect((await language()).language).toBe('zh');
  const headers = { ...own, origin: system.stack.url };
  expect((await system.door.ask('PUT', '/api/programme/session/language', { ...step, headers })).status).toBe(204);
  expect((await language()).language).toBe('en');
  expect(
    jsonOf<{ status: string }[]>(await system.door.ask('GET', `${register}/mine`, { headers: { cookie } })),
  ).toMatchObject([{ status: 'submitted' }]);
});

test('nobody is signed in by a page of another site', async () => {
  const { login } = person('own-1');
  const body = { name: login, password: `Stories-${homes['own-1'].index}-2023` };
  const foreign: readonly Readonly<Record<string, string>>[] = [
    {},
    { 'x-xibu': 'portal', origin: 'https://evil.example' },
  ];
  for (const headers of foreign) {
    const answer = await system.door.ask('POST', '/api/programme/sign-in', { body, headers });
    expect([noOf(answer), answer.headers.get('set-cookie')]).toEqual(['403 session.foreign-origin', null]);
  }
});
