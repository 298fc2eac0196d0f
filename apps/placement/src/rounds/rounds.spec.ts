import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { QuotaLine, RoundView } from '@xibu/domain/placement/api';
import { PlacementDecided, RoundFrozen, RoundPublished } from '@xibu/domain/placement/events';
import { ApplicationLost } from '@xibu/domain/recruitment/events';
import { Database } from '@xibu/platform';
import { react, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { openSeason, receivedOf } from '@xibu/platform/testing-season';
import { place } from '../matching/place.js';
import { placement } from '../placement.service.js';
import { LoseCandidate } from '../rankings/lose-candidate.js';
import { RankPosts } from '../rankings/rank-posts.js';
import { WhenApplicationEnded } from '../rankings/when-application-ended.js';
import { AnnulRound } from './annul-round.js';
import { checkInSql } from './check-in-sql.js';
import { DiagnoseRound } from './diagnose-round.js';
import { DrawSeed } from './draw-seed.js';
import { ExplainPlacement } from './explain-placement.js';
import { FreezeRound } from './freeze-round.js';
import { ListRounds } from './list-rounds.js';
import {
  allotQuotas,
  asActor,
  madeUpActor,
  madeUpCandidates,
  madeUpPosts,
  openPosts,
  qualify,
  serveCounties,
} from './made-up-season.js';
import { OpenRound } from './open-round.js';
import { PreviewRound } from './preview-round.js';
import { PublishRound } from './publish-round.js';
import { PublishedRounds } from './published-rounds.js';
import { RevealSeed } from './reveal-seed.js';
import { RoundTable } from './round.table.js';
import { RoundRunner } from './round-runner.js';
import { RunRound } from './run-round.js';

const season = '2023-2024';
/** Nobody wishes for the last: only reassignment goes there. */
const counties = [150422, 150524, 152221, 152222, 152223];
const quotas: readonly QuotaLine[] = [
  ...counties.flatMap((division) => [
    { division, projectKind: 'national' as const, special: null, max: 12 },
    { division, projectKind: 'local' as const, special: null, max: 10 },
  ]),
  { division: 152200, projectKind: 'national', special: null, max: 30 },
  { division: 152221, projectKind: 'national', special: 'rural-education', max: 4 },
];
const officer = madeUpActor('region.officer', 150000);
const approver = madeUpActor('region.approver', 150000);
const person = (account: string) => ({ ...madeUpActor('person', 0), account, divisions: null });

let test_: TestDatabase;
let runner: RoundRunner;
let steps: ReturnType<typeof stepsOf>;
let main: RoundView;
let folder: string;

// A run that breaks off on purpose need not be read about in the output of the tests.
Logger.overrideLogger(false);
beforeAll(async () => {
  test_ = await testDatabase(placement);
  await openSeason(test_);
  runner = new RoundRunner(test_.database, test_.clock);
  steps = stepsOf(test_, runner);
  folder = await mkdtemp(join(tmpdir(), 'round-'));
  await serveCounties(test_, counties);
  await allotQuotas(test_, quotas);
  for (const [index, county] of counties.entries()) await openPosts(test_, county, madeUpPosts(county, 16, index + 1));
  await qualify(test_, madeUpCandidates(counties.slice(0, 4), 300, 7));
});
afterAll(async () => {
  await runner.onModuleDestroy();
  await test_.close();
  await rm(folder, { recursive: true });
});

/** The steps of a round, each taken by whoever it belongs to. */
function stepsOf({ database, clock, sealing }: TestDatabase, running: RoundRunner) {
  const by = <Request>(use: (request: Request) => Promise<RoundView>, actor = officer) => {
    return (request: Request) => asActor(actor, () => use(request));
  };
  return {
    open: by((kind: 'main' | 'backfill') => new OpenRound(database, clock).run({ season, kind }, officer)),
    draw: by((id: string) =>
      new DrawSeed(database, clock, sealing).run(id, { seed: 'drawn in public 17-04-23' }, officer),
    ),
    freeze: by((id: string) => new FreezeRound(database, clock).run(id, officer)),
    reveal: by((id: string) => new RevealSeed(database, clock, sealing).run(id, officer)),
    run: by((id: string) => new RunRound(database, clock, running).run(id, officer)),
    publish: by((id: string) => new PublishRound(database, clock).run(id, approver), approver),
    annul: by((id: string) => new AnnulRound(database, clock).run(id, '岗位信息有误', officer)),
    get: by((id: string) => new ListRounds(database).one(id, officer)),
  };
}

async function runToEnd(id: string): Promise<RoundView> {
  await steps.run(id);
  await runner.finished(id);
  return steps.get(id);
}

/** A run in another process: asked for until it is there. */
async function eventually(id: string, status: RoundView['status']): Promise<void> {
  let last = '';
  for (let attempt = 0; attempt < 200 && last !== status; attempt += 1) {
    last = (await steps.get(id)).status;
    await setTimeout(50);
  }
  expect(last).toBe(status);
}

/** The published files as a stranger would download them. */
async function download(id: string): Promise<Record<string, string>> {
  const [round] = await asActor(person('visitor'), () => new ListRounds(test_.database).published(season)).then(
    (rounds) => rounds.filter((each) => each.id === id),
  );
  const files: Record<string, string> = {};
  for (const name of round?.files ?? []) {
    const bytes = await new ListRounds(test_.database).file(id, name);
    files[name] = Buffer.from(bytes).toString('utf8');
    await writeFile(join(folder, name), bytes);
  }
  return files;
}

test('a round goes from a commitment through the freeze to a proposal that is verified twice', async () => {
  const opened = await steps.open('main');
  expect(opened).toMatchObject({ name: '2023-2024-r1', status: 'open', seedCommitment: null });
  const committed = await steps.draw(opened.id);
  const commitment = createHash('sha256').update('drawn in public 17-04-23').digest('hex');
  expect(committed).toMatchObject({ status: 'committed', seedCommitment: commitment, seed: null });

  const frozen = await steps.freeze(opened.id);
  expect(frozen).toMatchObject({ status: 'frozen', seed: null, counts: { applicants: 300, posts: 80 } });
  expect(frozen.inputDigest).toMatch(/^[0-9a-f]{64}$/);

  const revealed = await steps.reveal(opened.id);
  expect(revealed).toMatchObject({ status: 'revealed', seed: 'drawn in public 17-04-23' });

  main = await runToEnd(opened.id);
  expect(main.progress).toEqual({ phase: 'done', done: 6, of: 6, failures: [] });
  expect(main).toMatchObject({ status: 'proposed', resultDigest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { placedFirst = 0, placedSecond = 0, unplaced = 0 } = main.counts ?? {};
  expect(placedFirst + placedSecond + unplaced).toBe(300);
  expect(placedFirst).toBeGreaterThan(50);
  expect(placedSecond).toBeGreaterThan(0);
});

test('while a round is frozen, lists, posts and quotas stand still', async () => {
  const actor = person('account-00001');
  const request = { posts: [], acceptsReassignment: true };
  const rank = asActor(actor, () => new RankPosts(test_.database, test_.clock).run(season, request, 1, actor));
  await expect(rank).rejects.toMatchObject({ code: 'round.frozen', details: { round: '2023-2024-r1' } });
});

test('nobody downloads, and no applicant reads, before publication', async () => {
  await expect(new ListRounds(test_.database).file(main.id, 'result.csv')).rejects.toMatchObject({
    code: 'round.not-published',
  });
  const actor = person('account-00001');
  const explain = new ExplainPlacement(test_.database, new PublishedRounds());
  await expect(asActor(actor, () => explain.run(main.id, undefined, actor))).rejects.toMatchObject({
    code: 'round.not-published',
  });
});

test('a run that was cut off is run again and gives the same bytes', async () => {
  const [before] = await test_.query<{ bytes: Buffer }>(
    `select bytes from round_file where round_id = $1 and name = 'result.csv'`,
    [main.id],
  );
  await test_.query(`update round set status = 'running', result_digest = null where id = $1`, [main.id]);
  await test_.query(`delete from round_file where round_id = $1 and name in ('result.csv', 'cutoffs.csv')`, [main.id]);
  const cutOff = new RoundRunner(test_.database, test_.clock);
  cutOff.begin(main.id);
  await cutOff.onModuleDestroy();
  expect(await steps.get(main.id)).toMatchObject({ status: 'running' });

  await new RoundRunner(test_.database, test_.clock).onApplicationBootstrap();
  await eventually(main.id, 'proposed');
  await test_.query(`update round set status = 'running' where id = $1`, [main.id]);
  const again = await runToEnd(main.id);
  expect(again).toMatchObject({ status: 'proposed', resultDigest: main.resultDigest });
  const [after] = await test_.query<{ bytes: Buffer }>(
    `select bytes from round_file where round_id = $1 and name = 'result.csv'`,
    [main.id],
  );
  expect(after?.bytes.equals(before?.bytes ?? Buffer.alloc(0))).toBe(true);
});

/** A database that goes away in the middle of every `every`-th piece of work, `times` times. */
class Unsteady extends Database {
  private worked = 0;

  constructor(
    private readonly every: number,
    private times: number,
  ) {
    super(test_.source, 'placement');
  }

  override asService<T>(...[work, action]: Parameters<typeof Database.prototype.asService<T>>): Promise<T> {
    return super.asService(async (tx) => {
      const answer = await work(tx);
      this.worked += 1;
      if (this.worked % this.every === 0 && this.times-- > 0) {
        throw Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });
      }
      return answer;
    }, action);
  }
}

test.each([1, 2, 3, 4])(
  'a run from which the database goes away goes on by itself (at every work %d)',
  async (every) => {
    await test_.query(`update round set status = 'running' where id = $1`, [main.id]);
    const unsteady = new RoundRunner(new Unsteady(every, 3), test_.clock);
    unsteady.begin(main.id);
    await unsteady.finished(main.id);
    expect(await steps.get(main.id)).toMatchObject({ status: 'proposed', resultDigest: main.resultDigest });
  },
);

test('a run that breaks off says why and may be run again; asking twice begins it once', async () => {
  const nodes = await test_.query<{ bytes: Buffer }>(
    `select bytes from round_file where round_id = $1 and name = 'nodes.csv'`,
    [main.id],
  );
  const write = (bytes: Buffer | undefined) =>
    test_.query(`update round_file set bytes = $2 where round_id = $1 and name = 'nodes.csv'`, [main.id, bytes]);
  await test_.query(`update round set status = 'running' where id = $1`, [main.id]);
  await write(Buffer.from('node_id,parent_id,max\nbroken\n'));
  const broken = await runToEnd(main.id);
  expect(broken).toMatchObject({ status: 'failed', progress: { phase: 'reading', done: 1 } });
  expect(broken.progress?.failures).toEqual([expect.stringContaining('nodes.csv, line 2')]);
  await write(nodes[0]?.bytes);
  await steps.run(main.id);
  runner.begin(main.id);
  await runner.finished(main.id);
  expect(await steps.get(main.id)).toMatchObject({ status: 'proposed', resultDigest: main.resultDigest });
  runner.begin(main.id);
  await runner.finished(main.id);
  expect((await steps.get(main.id)).progress).toMatchObject({ phase: 'done', failures: [] });
});

test('who drew the seed, froze or ran the round does not publish it', async () => {
  const publish = new PublishRound(test_.database, test_.clock);
  await expect(asActor(officer, () => publish.run(main.id, officer))).rejects.toMatchObject({
    code: 'four-eyes.same-person',
  });
});

test('publication tells everybody once, in the order of the codes, and takes the seats', async () => {
  // Somebody withdraws while the round waits: the result stays as computed, but they are told nothing.
  const [gone] = await test_.query<{ application_id: string; post_code: string }>(
    'select application_id, post_code from placement where round_id = $1 and pass = 1 order by code limit 1',
    [main.id],
  );
  const applicationId = gone?.application_id ?? '';
  await react(test_, (tx) => new LoseCandidate(test_.clock).run(tx, { applicationId, season }, 'withdrawn'));

  expect(await steps.publish(main.id)).toMatchObject({ status: 'published' });
  const facts = await test_.facts();
  const decided = facts.filter(({ type }) => type === PlacementDecided.type);
  expect(decided).toHaveLength(299);
  expect(decided.map(({ key }) => key)).toEqual(decided.map(({ key }) => key).sort());
  expect(decided.map(({ key }) => key)).not.toContain(applicationId);
  for (const fact of decided) expectShape(sampleOf(PlacementDecided), fact.data);
  expectShape(sampleOf(RoundFrozen), facts.find(({ type }) => type === RoundFrozen.type)?.data);
  const published = facts.findLast(({ type }) => type === RoundPublished.type);
  expectShape(sampleOf(RoundPublished), published?.data);
  expect(published?.data).toMatchObject({ resultDigest: main.resultDigest });

  const [seats] = await test_.query<{ held: number; lost: number; over: number }>(
    `select count(*) filter (where released_at is null)::int held,
            count(*) filter (where release = 'lost')::int lost,
            (select count(*)::int from (select s.post_id from seat s join post p on p.id = s.post_id
              where s.released_at is null group by s.post_id, p.seats having count(*) > p.seats) o) overfull
       from seat where season = $1`,
    [season],
  );
  const placed = (main.counts?.placedFirst ?? 0) + (main.counts?.placedSecond ?? 0);
  expect(seats).toEqual({ held: placed - 1, lost: 1, overfull: 0 });
});

test('the published files recompute to the same bytes, and the checker of strangers says ok', async () => {
  const files = await download(main.id);
  expect(Object.keys(files).sort()).toEqual(
    ['applicants', 'cutoffs', 'nodes', 'posts', 'preferences', 'result', 'round', 'traits']
      .map((name) => (name === 'round' ? 'round.json' : `${name}.csv`))
      .sort(),
  );
  expect(files['round.json']).toContain(main.inputDigest);
  const out = join(folder, 'again');
  expect(await place(['--in', folder, '--out', out], { say: () => undefined, complain: () => undefined })).toBe(0);
  for (const name of ['result.csv', 'cutoffs.csv', 'round.json']) {
    expect(await readFile(join(out, name), 'utf8')).toBe(files[name]);
  }
  const checker = join(import.meta.dirname, '../../checker/check-round.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [checker, folder]);
  expect(stdout).toMatch(/^ok/);
});

test('PostgreSQL sees whoever is passed over, seated twice over or left out', async () => {
  const find = async (change: string) => {
    const undo = new Error('undo');
    let found: string[] = [];
    const checked = react(test_, async (tx) => {
      await tx.query(change, change.includes('$1') ? [main.id] : []);
      const round = await tx.findOne(RoundTable, { where: { id: main.id } });
      found = round ? await checkInSql(tx, round) : [];
      throw undo;
    });
    await expect(checked).rejects.toBe(undo);
    return [...new Set(found.map((sentence) => sentence.split(':')[0]))];
  };
  const chosen = (pass: number) => `round_id = $1 and code = (select min(code) from placement
    where round_id = $1 and pass = ${pass})`;
  expect(await find('select')).toEqual([]);
  expect(await find(`delete from placement where ${chosen(1)}`)).toContain('SQL not once');
  const none = 'post_id = null, post_code = null, pass = null, rank = null';
  expect(await find(`update placement set ${none} where ${chosen(1)}`)).toEqual(['SQL passed over']);
  expect(await find(`update placement set rank = rank + 1 where ${chosen(1)}`)).toContain('SQL not ranked');
  const full = `(select post_id, post_code from placement p where p.round_id = $1 and p.pass = 1
    group by 1, 2 order by count(*) desc, 2 limit 1)`;
  const crowd = `update placement set (post_id, post_code) = ${full}, pass = 2, rank = null
    where round_id = $1 and post_id is null`;
  expect(await find(crowd)).toEqual(expect.arrayContaining(['SQL over its maximum', 'SQL wrongly reassigned']));
});

test('nothing that differs from run to run is in the files', async () => {
  const files = await download(main.id);
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/;
  for (const [name, text] of Object.entries(files)) expect({ name, found: text.match(uuid)?.[0] }).toEqual({ name });
  expect(files['nodes.csv']).toContain('national-152221-rural-education,national-152221,4\n');
  expect(files['nodes.csv']).toContain('national-152221,national-152200,12\n');
  expect(files['nodes.csv']).toContain('national-152200,national,30\n');
  expect(files['nodes.csv']).toContain('region-150000,,\n');
});

test('each applicant reads why, and nobody else’s why; the region may look up anybody', async () => {
  const explain = new ExplainPlacement(test_.database, new PublishedRounds());
  const rows = await test_.query<{ code: string; account_id: string; post_code: string | null; pass: number | null }>(
    'select code, account_id, post_code, pass from placement where round_id = $1 order by code',
    [main.id],
  );
  for (const row of rows.slice(0, 60)) {
    const actor = person(row.account_id);
    const view = await asActor(actor, () => explain.run(main.id, 'C00001', actor));
    expect(view).toMatchObject({ code: row.code, round: '2023-2024-r1' });
    expect(view.held?.postId ?? null).toBe(row.post_code);
    if (row.pass === 1) expect(view.choices.at((view.held?.rank ?? 0) - 1)?.outcome).toBe('held');
    for (const { postId } of view.choices) expect(view.posts.map(({ code }) => code)).toContain(postId);
  }
  const byRegion = await asActor(officer, () => explain.run(main.id, rows[1]?.code, officer));
  expect(byRegion.code).toBe(rows[1]?.code);
  const stranger = person('account-99999');
  await expect(asActor(stranger, () => explain.run(main.id, rows[1]?.code, stranger))).rejects.toMatchObject({
    code: 'round.not-in-round',
  });
});

test('the diagnosis accounts for everybody and for every empty seat', async () => {
  const diagnosis = await asActor(officer, () => new DiagnoseRound(test_.database).run(main.id, officer));
  expect(diagnosis.summary).toMatchObject({
    ...{ applicants: 300, placedFirst: main.counts?.placedFirst, placedSecond: main.counts?.placedSecond },
    ...{ unplaced: main.counts?.unplaced, seats: main.counts?.seats },
  });
  expect(diagnosis.unplaced).toHaveLength(main.counts?.unplaced ?? 0);
  const empty = diagnosis.emptySeats.reduce((sum, { capacity, held }) => sum + capacity - held, 0);
  expect(empty).toBe(diagnosis.summary.seatsLeft);
  expect(diagnosis.fullQuotas.length).toBeGreaterThan(0);
  for (const { reason } of diagnosis.unplaced)
    expect(['outranked', 'quota-full', 'no-room', 'nothing-ranked']).toContain(reason);
});

test('a preview with more seats places no fewer, and writes nothing', async () => {
  const counts = () => test_.query('select count(*)::int from placement union all select count(*)::int from seat');
  const before = await counts();
  const [post] = await test_.query<{ code: string }>(`select code from post where seats < 3 order by code limit 1`);
  const changes = { seats: [{ post: post?.code ?? '', seats: 9 }], quotas: [{ node: 'national-152221', max: null }] };
  const preview = await asActor(officer, () =>
    new PreviewRound(test_.database, test_.clock).run(main.id, changes, officer),
  );
  expect(preview.before).toMatchObject({ applicants: 300, placedFirst: main.counts?.placedFirst });
  expect(preview.after.unplaced).toBeLessThanOrEqual(preview.before.unplaced);
  expect(preview.changed).toBeGreaterThanOrEqual(preview.changes.length);
  expect(await counts()).toEqual(before);
  const unknown = { seats: [{ post: 'nowhere', seats: 1 }] };
  await expect(
    asActor(officer, () => new PreviewRound(test_.database, test_.clock).run(main.id, unknown, officer)),
  ).rejects.toMatchObject({ code: 'round.unknown-post', details: { post: 'nowhere' } });
});

test('a backfill fills as many seats as were lost, at those posts, from those left out', async () => {
  const held = await test_.query<{ application_id: string; account_id: string; post_id: string; post_code: string }>(
    `select h.application_id, h.account_id, h.post_id, h.post_code from placement h join seat s
         on s.application_id = h.application_id and s.released_at is null
      where h.round_id = $1 order by h.code limit 4`,
    [main.id],
  );
  const ended = new WhenApplicationEnded(new LoseCandidate(test_.clock));
  for (const { application_id: applicationId, account_id: accountId, post_id: postId } of held) {
    const lost = { ...sampleOf(ApplicationLost), applicationId, accountId, season, postId };
    await react(test_, (tx) => ended.lost(receivedOf(ApplicationLost(applicationId, lost)), tx));
  }
  const open = await steps.open('backfill');
  await steps.draw(open.id);
  const frozen = await steps.freeze(open.id);
  // Four losses, and the one who withdrew before the result was out.
  expect(frozen.counts).toMatchObject({ seats: 5, applicants: main.counts?.unplaced });
  await steps.reveal(open.id);
  const proposed = await runToEnd(open.id);
  expect(proposed).toMatchObject({ status: 'proposed', progress: { failures: [] } });
  await steps.publish(open.id);
  const placed = (proposed.counts?.placedFirst ?? 0) + (proposed.counts?.placedSecond ?? 0);
  expect(placed).toBeGreaterThan(0);
  const [made] = await test_.query<{ good: number }>('select count(*)::int good from seat where refilled_in = $1', [
    open.id,
  ]);
  expect(made?.good).toBe(placed);
  const files = await download(open.id);
  const checker = join(import.meta.dirname, '../../checker/check-round.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [checker, folder]);
  expect(stdout).toMatch(/^ok/);
  expect(files['round.json']).toContain('"2023-2024-r2"');
});

test('the same season in another order of arrival is frozen to the same bytes', async () => {
  const again = await testDatabase(placement);
  try {
    await openSeason(again);
    await serveCounties(again, counties.toReversed());
    for (const county of counties.toReversed()) {
      await openPosts(again, county, madeUpPosts(county, 16, counties.indexOf(county) + 1));
    }
    await qualify(again, madeUpCandidates(counties.slice(0, 4), 300, 7).toReversed());
    await allotQuotas(again, quotas.toReversed());
    const other = stepsOf(again, runner);
    const { id } = await other.open('main');
    await other.draw(id);
    expect((await other.freeze(id)).inputDigest).toBe(main.inputDigest);
  } finally {
    await again.close();
  }
});

test('an annulled round stays on record and lets the next begin', async () => {
  const open = await steps.open('main');
  await expect(steps.open('main')).rejects.toMatchObject({ code: 'round.another-live' });
  await steps.draw(open.id);
  expect(await steps.annul(open.id)).toMatchObject({ status: 'annulled', annulReason: '岗位信息有误' });
  expect((await steps.open('main')).name).toBe('2023-2024-r4');
});
