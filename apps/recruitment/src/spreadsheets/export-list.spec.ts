import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SheetColumn, type SheetRow, sheetFile } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import { type ListDefinition, readAll } from '@xibu/platform';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { sampleApplicants } from '../applications/sample-applicants.js';
import { ListSeats } from '../exam-seats/list-seats.js';
import { sampleScores } from '../exam-seats/sample-scores.js';
import { sampleSession } from '../exam-sessions/sample-session.js';
import { recruitmentSchema } from '../recruitment.schema.js';
import { regionOfficer } from '../sample-actors.js';
import { exportList } from './export-list.js';

const awkward = [
  ...['苏日娜·巴图', 'a,b', '他说"好"', '一\n二', '一\r\n二', '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', ''],
  ...["'=1", '后 ', '\u3000全角', '\u00A0=1', '\\N', '\\.', 'NULL', '𠮷', '3.10', '👩‍🏫'],
];
const [here, elsewhere] = ['4115010126', '4115010127'];
const { id: session } = sampleSession();
let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema, '2023-05-28T09:00:00+08:00');
  const people = await sampleApplicants(t, awkward.length, 'scored', (at) => ({
    university: at % 2 === 0 ? here : elsewhere,
    form: { name: awkward[at] ?? '' },
  }));
  await sampleScores(t, people, (at) => at * 37);
  await t.query(`update exam_seat set score_hundredths = null, is_absent = true where seat % 5 = 0`);
  await t.query(
    `update exam_seat set site = n from unnest($1::text[]) with ordinality as v (n, at) where seat = v.at`,
    [[...awkward].reverse()],
  );
});
afterAll(() => t.close());

const columns: readonly SheetColumn[] = [
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'faculty', header: '院系', kind: 'text' },
  { key: 'site', header: '考点', kind: 'text' },
  { key: 'seat', header: '座位号', kind: 'integer' },
  { key: 'fen', header: '金额（元）', kind: 'fen' },
  { key: 'day', header: '日期', kind: 'date' },
  { key: 'isAbsent', header: '缺考', kind: 'yes-no' },
];
const list: ListDefinition = {
  select: `s.application_id "id", a.person_name "name", nullif(s.site, '') "faculty", s.site, s.seat,
           s.score_hundredths * (7 - s.seat) "fen", date '2023-08-01' + s.seat "day", nullif(s.is_absent, s.seat = 1) "isAbsent"`,
  from: 'exam_seat s join application a on a.id = s.application_id',
  where: [],
  ...{ sorts: ['seat', 'fen', 'name'], defaultSort: 'seat' },
};
const byDatabase = (query: object, actor: Actor) =>
  as(actor, () => exportList(t.database, { limit: 50, ...query }, 'csv', { title: '座次', columns, list }));
const oneByOne = async (query: object, actor: Actor) => {
  const rows = await as(actor, () =>
    t.database.transaction((tx) => readAll<SheetRow>(tx, { limit: 50, ...query }, list)),
  );
  return { rows, file: await sheetFile({ title: '座次', columns, rows }, 'csv') };
};

test.each([{}, { sort: '-fen' }, { sort: 'name' }])(
  'what the database puts together is byte for byte the same: %j',
  async (query) => {
    const { rows, file } = await oneByOne(query, regionOfficer);
    expect(rows).toHaveLength(awkward.length);
    expect(await byDatabase(query, regionOfficer)).toEqual(file);
  },
);

test('row-level security holds behind a list that filters nothing', async () => {
  const university = actorOf('university.officer', { university: elsewhere });
  const { rows, file } = await oneByOne({}, university);
  expect(rows).toHaveLength(awkward.length / 2);
  expect(await byDatabase({}, university)).toEqual(file);
  const foreign = await byDatabase({}, actorOf('region.officer', { division: 620000 }));
  expect(foreign.bytes.toString('utf8')).toBe('\uFEFF姓名,院系,考点,座位号,金额（元）,日期,缺考\r\n');
});

test('a name with the very signs that separate fields harms nobody', async () => {
  await t.query(`update exam_seat set site = $1 where seat = 3`, ['x\u001F=1\u001E\u001F']);
  expect(await byDatabase({}, regionOfficer)).toEqual((await oneByOne({}, regionOfficer)).file);
});

test('a moment that was not selected as text is a fault, not another spelling', async () => {
  const moments = { ...list, select: `${list.select}, s.updated_at "at"` };
  const at: SheetColumn = { key: 'at', header: '时间', kind: 'text' };
  const run = () => exportList(t.database, { limit: 50 }, 'csv', { title: '座次', columns: [at], list: moments });
  await expect(as(regionOfficer, run)).rejects.toThrow('invalid input syntax');
});

test('an order that the list does not have is refused', async () => {
  await expect(byDatabase({ sort: 'id' }, regionOfficer)).rejects.toMatchObject({ code: 'request.malformed' });
});

test('seats show scores as people write them, within the filters of the query', async () => {
  const lists = new ListSeats(t.database);
  const file = await as(regionOfficer, () =>
    lists.export(session, { limit: 50, isScored: false }, 'csv', regionOfficer),
  );
  expect(file).toMatchObject({ name: '考场座次与成绩.csv', type: 'text/csv; charset=utf-8' });
  const scored = await as(regionOfficer, () =>
    lists.export(session, { limit: 50, site: '3.10' }, 'csv', regionOfficer),
  );
  expect(scored.bytes.toString('utf8')).toBe(
    '\uFEFF准考证号,姓名,考点,考场,座位号,成绩,缺考\r\nT2,"a,b",3.10,第1考场,2,0.37,否\r\n',
  );
  expect(file.bytes.toString('utf8').match(/,,是\r\n/g)).toHaveLength(4);
});

test('every score is written as JavaScript writes it', async () => {
  const rows = await t.query<{ score: string }>(
    'select (n / 100.0::float8)::text score from generate_series(0, 15000) n order by n',
  );
  expect(rows.map(({ score }) => score)).toEqual(rows.map((_, n) => String(n / 100)));
});
