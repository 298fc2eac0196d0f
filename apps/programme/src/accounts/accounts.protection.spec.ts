import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@xibu/domain';
import { visitor } from '@xibu/platform';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { programme } from '../programme.service.js';

let test_: TestDatabase;
const people = {
  arshan: randomUUID(),
  horqin: randomUUID(),
  unit: randomUUID(),
  school: randomUUID(),
  faculty: randomUUID(),
  person: randomUUID(),
};

beforeAll(async () => {
  test_ = await testDatabase(programme);
  const office = randomUUID();
  await test_.query(
    `insert into office (id, tier, name, division, scope_division, status, opened_at, version)
     values ($1, 'national', 'n', 0, 0, 'open', now(), 1)`,
    [office],
  );
  const scopes: Record<keyof typeof people, readonly [number | null, string | null, string | null, string | null]> = {
    arshan: [152202, null, null, null],
    horqin: [152221, null, null, null],
    unit: [152202, null, null, '152202-001'],
    school: [150000, 'u1', null, null],
    faculty: [150000, 'u1', 'f1', null],
    person: [null, null, null, null],
  };
  for (const [name, [division, university, faculty, unit]] of Object.entries(scopes)) {
    const id = people[name as keyof typeof people];
    const own = name === 'person' ? null : office;
    const roles = name === 'person' ? ['person'] : ['county.officer'];
    await test_.query(
      `insert into account (id, name, office_id, roles, login_sealed, login_index, division, university, faculty, unit,
                            language, is_demo, status, opened_at, version)
       values ($1, $2, $3, $4, 's', $2, $5, $6, $7, $8, 'zh', false, 'open', now(), 1)`,
      [id, name, own, roles, division, university, faculty, unit],
    );
    await test_.query(
      `insert into credential (account_id, division, university, faculty, unit, password_hash, is_temporary,
                               totp_confirmed, changed_at) values ($1, $2, $3, $4, $5, 'h', false, false, now())`,
      [id, division, university, faculty, unit],
    );
    await test_.query(
      `insert into session (id, account_id, secret_hash, started_at, last_used_at, expires_at)
       values (gen_random_uuid(), $1, gen_random_uuid()::text, now(), now(), now())`,
      [id],
    );
  }
});
afterAll(() => test_.close());

const seen = (actor: Actor, table: 'account' | 'credential' | 'session') =>
  as(actor, async () => {
    const column = table === 'account' ? 'id' : 'account_id';
    const rows: { id: string }[] = await test_.database.transaction((tx) =>
      tx.query(`select ${column}::text id from ${table}`),
    );
    const names = Object.entries(people);
    return rows.map(({ id }) => names.find(([, known]) => known === id)?.[0]).sort();
  });

const everyone = Object.keys(people).sort();
test.each<[string, Actor, readonly string[]]>([
  ['a visitor', visitor, []],
  ['a county', actorOf('county.officer', { division: 152202 }), ['arshan', 'unit']],
  ['a league-city', actorOf('league-city.officer', { division: 152200 }), ['arshan', 'horqin', 'unit']],
  ['a league-city elsewhere', actorOf('league-city.officer', { division: 150100 }), []],
  ['a region', actorOf('region.officer', { division: 150000 }), ['arshan', 'faculty', 'horqin', 'school', 'unit']],
  ['another region', actorOf('region.officer', { division: 650000 }), []],
  ['a university', actorOf('university.officer', { university: 'u1' }), ['faculty', 'school']],
  ['a faculty', actorOf('faculty.officer', { university: 'u1', faculty: 'f1' }), ['faculty']],
  ['another faculty', actorOf('faculty.officer', { university: 'u1', faculty: 'f2' }), []],
  ['a unit', actorOf('unit.officer', { unit: '152202-001' }), ['unit']],
  ['a person', actorOf('person', { account: people.person }), ['person']],
  ['the nation', actorOf('national.officer', { division: 0 }), everyone],
  ['an operator', actorOf('operator'), []],
])('PostgreSQL itself shows %s no account beyond its scope', async (_, actor, expected) => {
  expect(await seen(actor, 'account')).toEqual(expected);
  expect(await seen(actor, 'credential')).toEqual(expected);
});

test('sessions are their person’s own, whoever stands above', async () => {
  expect(await seen(actorOf('region.officer', { division: 150000 }), 'session')).toEqual([]);
  expect(await seen(actorOf('county.officer', { division: 152202, account: people.arshan }), 'session')).toEqual([
    'arshan',
  ]);
});

test('nobody writes an account into another’s scope', async () => {
  const county = actorOf('county.officer', { division: 152202 });
  const insert = () =>
    test_.database.transaction((tx) =>
      tx.query(
        `insert into account (id, name, roles, login_sealed, login_index, division, language, is_demo, status, opened_at,
                              version) values ($1, 'x', '{person}', 's', 'x', 152221, 'zh', false, 'open', now(), 1)`,
        [randomUUID()],
      ),
    );
  await expect(as(county, insert)).rejects.toMatchObject({ driverError: { code: '42501' } });
});

test('a person has no office and an office’s account has one, whatever the code says', async () => {
  const wrong = test_.query(`update account set office_id = null where name = 'arshan'`);
  await expect(wrong).rejects.toMatchObject({ driverError: { code: '23514' } });
});
