import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readSheet, writeSheet } from '@xibu/documents';
import { type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { placement } from '../placement.service.js';
import { asActor, madeUpActor, openPosts, serveCounties } from '../rounds/made-up-season.js';
import { DraftPosts } from './draft-posts.js';
import { ExportPosts } from './export-posts.js';
import { ImportPosts } from './import-posts.js';
import { ListPosts } from './list-posts.js';
import { exportColumns, fieldsOf, postColumns, sheetRowOf } from './post-sheet.js';
import { viewOfPost } from './post-view.js';
import { sampleFields, samplePost } from './sample-post.js';

const season = '2023-2024';
let test_: TestDatabase;
beforeAll(async () => {
  test_ = await testDatabase(placement);
  await openSeason(test_);
  await serveCounties(test_, [152221]);
});
afterAll(() => test_.close());

const row = (changes: object = {}) => ({ ...sheetRowOf(viewOfPost(samplePost(), 0), ''), ...changes });
const load = async (rows: readonly object[]) => {
  const file = await writeSheet({ title: '岗位', columns: postColumns, rows: rows as ReturnType<typeof row>[] });
  const { database, clock } = test_;
  return asActor(madeUpActor('county.officer', 152221), (actor) =>
    new ImportPosts(database, new DraftPosts(database, clock)).run({ season, file: file.toString('base64') }, actor),
  );
};
const count = async () => (await test_.query<{ n: number }>('select count(*)::int n from post'))[0]?.n;

test('a row goes out and comes in as it was', async () => {
  const bytes = await writeSheet({ title: '岗位', columns: postColumns, rows: [row()] });
  const sheet = await readSheet(bytes, postColumns);
  expect(sheet.errors).toEqual([]);
  expect(sheet.rows.map(({ values }) => fieldsOf(values))).toEqual([sampleFields]);
});

test('a file in which everything is right is drafted whole', async () => {
  const cash = { providesBoardAndLodging: false, cashMonthlyFen: 60_000 };
  expect(await load([row(), row({ ...cash, special: '健康乡村' })])).toEqual({ drafted: 2, errors: [], file: null });
  expect(await count()).toBe(2);
});

test('anything wrong drafts nothing, names the cells and returns the file with a column of errors', async () => {
  const before = await count();
  const imported = await load([
    row(),
    row({ seats: 0, special: '服务西藏' }),
    row({ providesBoardAndLodging: false, cashMonthlyFen: 100 }),
    row({ title: null, placeTags: '海边' }),
  ]);
  expect(imported.drafted).toBe(0);
  expect(await count()).toBe(before);
  expect(imported.errors.map(({ cell, header }) => `${cell} ${header}`)).toEqual([
    ...['D3 专项', 'F3 人数', 'J4 每月生活补贴（元）', 'C5 岗位名称', 'L5 地点标签'],
  ]);
  expect(imported.errors[2]?.detail).toContain('¥500.00');
  const again = await readSheet(Buffer.from(imported.file ?? '', 'base64'), [
    ...postColumns,
    { key: 'said', header: '错误说明', kind: 'text' },
  ]);
  expect(again.rows.find(({ line }) => line === 4)?.values['said']).toContain('J4');
});

test('a file that is none is answered, not failed', async () => {
  const { database, clock } = test_;
  const file = Buffer.from('PK this is no workbook').toString('base64');
  const imported = await asActor(madeUpActor('county.officer', 152221), (actor) =>
    new ImportPosts(database, new DraftPosts(database, clock)).run({ season, file }, actor),
  );
  expect(imported).toMatchObject({ drafted: 0, errors: [{ cell: 'A1' }] });
});

test('an export holds the rows of the list with code, county and everything an import asks for', async () => {
  await openPosts(
    test_,
    152221,
    Array.from({ length: 4 }, (_, index) => ({ ...sampleFields, title: `第${index + 1}岗` })),
  );
  const { database, clock } = test_;
  const query = { season, status: 'open', special: 'rural-education', limit: 2, format: 'xlsx' } as const;
  const exported = await asActor(madeUpActor('region.officer', 150000), (actor) =>
    new ExportPosts(database, new ListPosts(database, clock)).run(query, actor),
  );
  expect(exported.name).toBe(`posts-${season}.xlsx`);
  const sheet = await readSheet(exported.bytes, exportColumns);
  expect(sheet.rows.map(({ values }) => values['code'])).toEqual([1, 3, 4, 5, 6].map((n) => `152221-23-00${n}`));
  expect(sheet.rows[0]?.values).toMatchObject({
    countyName: '科尔沁右翼前旗',
    status: 'open',
    seats: 2,
    level: '苏木乡镇',
  });
  const csv = await asActor(madeUpActor('county.officer', 152222), (actor) =>
    new ExportPosts(database, new ListPosts(database, clock)).run({ ...query, format: 'csv' }, actor),
  );
  expect(csv.bytes.toString('utf8').trim().split('\r\n')).toHaveLength(1);
});
