import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Actor, Refusal } from '@xibu/domain';
import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { Database, inRequest, type RequestContext } from '@xibu/platform';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { DataSource } from 'typeorm';
import { recruitmentSchema } from '../recruitment.schema.js';
import type { Application } from './application.js';
import { applicationNumber } from './application-number.js';
import { sampleApplicants } from './sample-applicants.js';
import { SubmitApplication } from './submit-application.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase(recruitmentSchema);
  await openSeason(t);
});
afterAll(() => t.close());

let made = 0;
/** Complete drafts of people who have nothing to do with those of other tests. */
async function drafts(count: number, each: (at: number) => Partial<Application> = () => ({})): Promise<Application[]> {
  made += 1000;
  const from = made;
  return sampleApplicants(t, count, 'draft', (at) => ({ from, number: null, ...each(at) }));
}

type Key = { readonly key: string; readonly digest: string };
const of = ({ accountId }: Application): Actor => actorOf('person', { account: accountId });
const useCase = (database = t.database): SubmitApplication => new SubmitApplication(database, t.clock, t.sealing);

function submit(submission: SubmitApplication, draft: Application, key?: Key, actor = of(draft)) {
  return as(actor, () => submission.run(draft.id, { declared: true }, actor), key);
}

/** What each of them is answered: the status, or the code of the Refusal, or the words of the fault. */
async function outcomes(answers: readonly Promise<ApplicationView>[]): Promise<string[]> {
  const settled = await Promise.allSettled(answers);
  return settled.map((one) => {
    if (one.status === 'fulfilled') return one.value.status;
    return one.reason instanceof Refusal ? one.reason.code : String(one.reason);
  });
}

/** Transactions that wrote these applications. */
async function transactions(people: readonly Application[]): Promise<number> {
  const [row] = await t.query<{ n: number }>(
    'select count(distinct xmin::text)::int n from application where id = any($1)',
    [people.map(({ id }) => id)],
  );
  return row?.n ?? 0;
}

const statusOf = async (one: Application | undefined) =>
  (await t.query<{ status: string }>('select status from application where id = $1', [one?.id]))[0]?.status;

/** Holds a row as a slow writer would, until it is let go. */
async function hold(draft: Application): Promise<() => Promise<void>> {
  const source = await new DataSource({ type: 'postgres', url: t.ownerUrl }).initialize();
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await runner.query(`select set_config('xibu.account', $1, true)`, [draft.accountId]);
  await runner.query('select from application where id = $1 for update', [draft.id]);
  return async () => {
    await runner.commitTransaction();
    await source.destroy();
  };
}

test('five hundred people at once are committed in a few transactions, each with number, fact and audit of their own', async () => {
  const people = await drafts(500);
  const submission = useCase();
  const views = await Promise.all(people.map((draft) => submit(submission, draft)));
  expect(await transactions(people)).toBeLessThanOrEqual(5);
  // Numbers follow from the person alone, whoever they were committed with.
  expect(views.map(({ number }) => number)).toEqual(
    people.map((draft) => applicationNumber(draft, draft.identityIndex ?? '', 0, t.sealing)),
  );
  const facts = await t.query(
    `select o.key id, o.actor "accountId", o.data ->> 'number' number, o.type, a.account audited, d.digest receipt
     from outbox o join audit_entry a on a.row_id = o.key and a.change = 'update' and a.correlation = o.correlation
     join issued_document d on d.number = o.data ->> 'number' where o.key = any($1) order by o.key`,
    [people.map(({ id }) => id)],
  );
  expect(facts).toEqual(
    views.map(({ id, number, receipt }, at) => ({
      ...{ id, number, receipt, accountId: people[at]?.accountId, audited: people[at]?.accountId },
      type: 'recruitment.application.submitted.v1',
    })),
  );
});

test('a Refusal of one is its own: whoever is beside is submitted', async () => {
  const people = await drafts(
    6,
    (at) =>
      [
        {},
        { status: 'rejected' as const, number: '2023-15-rejected' },
        { form: { termYears: 9 } },
        { identitySealed: null, identityIndex: null },
        {},
        {},
      ][at] ?? {},
  );
  await t.query(`update application set season = '2031-2032' where id = $1`, [people[4]?.id]);
  const submission = useCase();
  const answers = people.map((draft) => submit(submission, draft));
  expect(await outcomes(answers)).toEqual([
    ...['submitted', 'application.wrong-step', 'application.term-years', 'application.incomplete'],
    ...['milestone.not-set', 'submitted'],
  ]);
});

test('who is refused takes no number: the later one is the same as if nothing had been', async () => {
  const [draft] = await drafts(1, () => ({ form: { termYears: 9 } }));
  if (!draft) throw new Error('there is a draft');
  expect(await outcomes([submit(useCase(), draft)])).toEqual(['application.term-years']);
  await t.query(`update application set form = jsonb_set(form, '{termYears}', '1') where id = $1`, [draft.id]);
  const { number } = await submit(useCase(), draft);
  expect(number).toBe(applicationNumber(draft, draft.identityIndex ?? '', 0, t.sealing));
});

test('another person’s application does not exist for them, in the midst of many others', async () => {
  const people = await drafts(9);
  const submission = useCase();
  const answers = people.map((draft, at) =>
    submit(submission, draft, undefined, of(people[at === 4 ? 5 : at] ?? draft)),
  );
  expect((await outcomes(answers)).map((outcome, at) => (at === 4 ? outcome : 'own'))).toEqual(
    people.map((_, at) => (at === 4 ? 'record.unknown' : 'own')),
  );
  expect(await statusOf(people[4])).toBe('draft');
  expect(await statusOf(people[5])).toBe('submitted');
});

test('a row that the database will not take stands alone with its fault, and the others are submitted', async () => {
  const people = await drafts(40, (at) => (at === 17 ? { form: { name: '坏某某' } } : {}));
  const owner = await new DataSource({ type: 'postgres', url: t.ownerUrl }).initialize();
  await owner.query(`alter table issued_document add constraint no_bad check (holder not like '坏%')`);
  const submission = useCase();
  const answers = await outcomes(people.map((draft) => submit(submission, draft)));
  await owner.query('alter table issued_document drop constraint no_bad');
  await owner.destroy();
  expect(answers.filter((outcome) => outcome === 'submitted')).toHaveLength(39);
  expect(answers[17]).toContain('no_bad');
  expect(await statusOf(people[17])).toBe('draft');
});

test('one identity number applies once a season: in one batch, in two at once, and later', async () => {
  const people = await drafts(30);
  const twins = await drafts(30, (at) => ({
    identitySealed: people[at]?.identitySealed ?? null,
    identityIndex: people[at]?.identityIndex ?? null,
  }));
  const [here, there] = [useCase(), useCase()];
  const [one, two] = [people.slice(0, 15), twins.slice(0, 15)];
  const together = await outcomes([...one, ...two].map((draft) => submit(here, draft)));
  const [first, second] = [together.slice(0, 15), together.slice(15)];
  expect(first.map((outcome, at) => [outcome, second[at]].sort())).toEqual(
    one.map(() => ['application.identity-number-taken', 'submitted']),
  );
  const apart = await Promise.all([
    outcomes(people.slice(15).map((draft) => submit(here, draft))),
    outcomes(twins.slice(15).map((draft) => submit(there, draft))),
  ]);
  expect(apart[0].map((outcome, at) => [outcome, apart[1][at]].sort())).toEqual(
    apart[0].map(() => ['application.identity-number-taken', 'submitted']),
  );
});

test('a key gives its answer again however often and wherever it comes, and one fact', async () => {
  const people = await drafts(20);
  const keyOf = (draft: Application, digest = 'd'): Key => ({ key: `form-of-${draft.id}`, digest });
  const [here, there] = [useCase(), useCase()];
  const everywhere = [here, there, here, there].flatMap((submission) =>
    people.map((draft) => submit(submission, draft, keyOf(draft))),
  );
  const views = await Promise.all(everywhere);
  for (const [at, view] of views.entries()) expect(view).toEqual(views[at % 20]);
  const [facts] = await t.query<{ n: number }>('select count(*)::int n from outbox where key = any($1)', [
    people.map(({ id }) => id),
  ]);
  expect(facts?.n).toBe(20);
  const other = people.map((draft) => submit(here, draft, keyOf(draft, 'other')));
  expect(new Set(await outcomes(other))).toEqual(new Set(['idempotency.key-reused']));
  const without = people.map((draft) => submit(here, draft));
  expect(new Set(await outcomes(without))).toEqual(new Set(['application.wrong-step']));
});

test('when everything ends between commit and answer, whoever asks again with the key hears the answer', async () => {
  const people = await drafts(5);
  const keyOf = (draft: Application): Key => ({ key: `lost-${draft.id}`, digest: 'd' });
  // Called after the commit, before anybody is answered.
  const gone = Object.assign(new Error('the process ends here'), { code: 'ECONNRESET' });
  const dying = useCase(
    new Database(t.source, 'recruitment', () => {
      throw gone;
    }),
  );
  const unanswered = await outcomes(people.map((draft) => submit(dying, draft, keyOf(draft))));
  expect(new Set(unanswered)).toEqual(new Set([String(gone)]));
  const again = await Promise.all(people.map((draft) => submit(useCase(), draft, keyOf(draft))));
  expect(again.map(({ status }) => status)).toEqual(people.map(() => 'submitted'));
  const rows = await t.query(
    `select o.key from outbox o join application a on a.id::text = o.key and a.version = 6 where o.key = any($1)`,
    [people.map(({ id }) => id)],
  );
  expect(rows).toHaveLength(5);
});

test('a form that somebody else holds keeps nobody waiting but its writer', async () => {
  const people = await drafts(12);
  const [, , , slow] = people;
  if (!slow) throw new Error('there are twelve drafts');
  const release = await hold(slow);
  const submission = useCase();
  const key = { key: 'form-that-is-held', digest: 'd' };
  const answers = people.map((draft) => submit(submission, draft, draft === slow ? key : undefined));
  await Promise.all(answers.filter((_, at) => at !== 3));
  expect(await statusOf(slow)).toBe('draft');
  await release();
  const view = await answers[3];
  expect(view?.status).toBe('submitted');
  expect(await submit(useCase(), slow, key)).toEqual(view);
});

test('when more wait than may, the next is refused before any work and told when to come back', async () => {
  const [draft] = await drafts(1);
  if (!draft) throw new Error('there is a draft');
  const submission = useCase();
  const release = await hold(draft);
  const unknown = (at: number): Application => ({
    ...draft,
    id: `01890000-0000-7000-9000-${String(at).padStart(12, '0')}`,
  });
  const first = submit(submission, draft);
  const waiting = Array.from({ length: 5002 }, (_, at) => submit(submission, unknown(at)));
  const refused = outcomes(waiting.slice(-1));
  expect(await refused).toEqual(['service.busy']);
  await release();
  expect((await first).status).toBe('submitted');
  expect(new Set(await outcomes(waiting.slice(0, -1)))).toEqual(new Set(['record.unknown']));
});

/** The last two of this spec: the clock never goes back. */
test('who arrived in time and waited over the deadline is in time; who arrives after it is not', async () => {
  const [one, two, early, late] = await drafts(4);
  if (!one || !two || !early || !late) throw new Error('there are four drafts');
  const arrival = new Date('2023-05-20T23:59:59+08:00');
  t.clock.moveTo(arrival);
  const submission = useCase();
  // Both writers wait for these, and the third for a writer.
  const releases = [await hold(one), await hold(two)];
  const inTime = [one, two, early].map((draft) => submit(submission, draft));
  t.clock.moveTo(new Date('2023-05-21T00:00:00+08:00'));
  const tooLate = outcomes([submit(submission, late)]);
  for (const release of releases) await release();
  const views = await Promise.all(inTime);
  expect(views.map(({ submittedAt }) => submittedAt)).toEqual(inTime.map(() => '2023-05-20T23:59:59.000+08:00'));
  expect(await tooLate).toEqual(['milestone.closed']);
  const facts = await t.query<{ at: Date }>('select at from outbox where key = $1', [early.id]);
  expect(facts).toEqual([{ at: arrival }]);
});

test('who was here in time, was sent away and comes again after the deadline is in time', async () => {
  const [draft] = await drafts(1);
  if (!draft) throw new Error('there is a draft');
  const [actor, submission] = [of(draft), useCase()];
  const here = { actor, correlation: 'second-try', traceparent: null, language: 'zh', action: 'submit' } as const;
  const at = new Date('2023-05-20T23:59:58+08:00');
  const context: RequestContext = { ...here, idempotency: null, arrival: { at, note: () => 'the note of then' } };
  expect(await outcomes([submit(submission, draft)])).toEqual(['milestone.closed']);
  const view = await inRequest(context, () => submission.run(draft.id, { declared: true }, actor));
  expect(view).toMatchObject({ status: 'submitted', submittedAt: '2023-05-20T23:59:58.000+08:00' });
});
