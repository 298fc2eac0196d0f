import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorOf, as, type TestDatabase, testDatabase } from '@xibu/platform/testing';
import { openSeason } from '@xibu/platform/testing-season';
import { recruitmentSchema } from '../recruitment.schema.js';
import { ReviewApplication } from './review-application.js';
import { sampleForm } from './sample-application.js';
import { SaveDraft } from './save-draft.js';
import { StartApplication } from './start-application.js';
import { SubmitApplication } from './submit-application.js';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await testDatabase(recruitmentSchema);
  await openSeason(test_);
});
afterAll(() => test_.close());

const identities = ['150603200103150011', '15060320010315002X', '150603200103153458', '653228200002290011'];

async function draftOf(account: string, identityNumber: string) {
  const { database, clock, sealing } = test_;
  const actor = actorOf('person', { account });
  const draft = await as(actor, () => new StartApplication(database, clock).run({ season: '2023-2024' }, actor));
  const save = new SaveDraft(database, clock, sealing);
  await as(actor, () => save.run(draft.id, { ...sampleForm, identityNumber }, draft.version, actor));
  return { id: draft.id, actor };
}

function submit(id: string, actor: ReturnType<typeof actorOf>, key?: { key: string; digest: string }) {
  const { database, clock, sealing } = test_;
  return as(actor, () => new SubmitApplication(database, clock, sealing).run(id, { declared: true }, actor), key);
}

test('a submitted application is stored together with its fact, and the identity number is sealed', async () => {
  const { id, actor } = await draftOf('a1', identities[0] ?? '');
  const view = await submit(id, actor);
  expect(view).toMatchObject({ status: 'submitted', number: expect.stringMatching(/^2023-15-\d{10}$/) });
  const [row] = await test_.query<{ form: object; identity_sealed: string }>(
    'select * from application where id = $1',
    [id],
  );
  expect(JSON.stringify(row?.form)).not.toContain(identities[0]);
  expect(test_.sealing.open(row?.identity_sealed ?? '')).toBe(identities[0]);
  expect(await test_.facts()).toContainEqual(
    expect.objectContaining({ type: 'recruitment.application.submitted.v1', key: id }),
  );
});

test('a school that was named by its five digits is kept by the code under which its offices look for it', async () => {
  const { database, clock, sealing } = test_;
  const actor = actorOf('person', { account: 'a9' });
  const draft = await as(actor, () => new StartApplication(database, clock).run({ season: '2023-2024' }, actor));
  const save = (form: object, version: number) =>
    as(actor, () => new SaveDraft(database, clock, sealing).run(draft.id, form, version, actor));
  const named = await save({ university: '10135' }, draft.version);
  expect(named.form.university).toBe('4115010135');
  const more = await save({ faculty: '文学院' }, named.version);
  expect(more.form).toMatchObject({ university: '4115010135', faculty: '文学院' });
  expect((await save({ university: 'no-school' }, more.version)).form.university).toBe('no-school');
});

test('the same idempotency key gives the same answer and one fact', async () => {
  const { id, actor } = await draftOf('a2', identities[1] ?? '');
  const key = { key: 'form-opened-1', digest: 'd' };
  const first = await submit(id, actor, key);
  expect(await submit(id, actor, key)).toEqual(first);
  const facts = (await test_.facts()).filter((fact) => fact.key === id);
  expect(facts.map(({ type }) => type)).toEqual(['recruitment.application.submitted.v1']);
  await expect(submit(id, actor, { ...key, digest: 'other' })).rejects.toMatchObject({
    code: 'idempotency.key-reused',
  });
});

test('one identity number does not apply twice in a season, whoever types it', async () => {
  const { id, actor } = await draftOf('a3', identities[0] ?? '');
  await expect(submit(id, actor)).rejects.toMatchObject({ code: 'application.identity-number-taken' });
});

test('another person’s application does not exist for them', async () => {
  const { id } = await draftOf('a4', identities[2] ?? '');
  await expect(submit(id, actorOf('person', { account: 'a5' }))).rejects.toMatchObject({ code: 'record.unknown' });
});

test.each(['faculty', 'university'] as const)('a draft does not exist for a reviewer of its own %s', async (stage) => {
  const { database, clock, sealing } = test_;
  const { id } = await draftOf(`draft for ${stage}`, identities[2] ?? '');
  const { university, faculty } = sampleForm;
  const scope = stage === 'faculty' ? { university, faculty } : { university };
  const officer = actorOf(`${stage}.officer`, scope);
  const review = new ReviewApplication(database, clock, sealing);
  const decision = { decision: 'pass', opinion: '', talked: true } as const;
  await expect(as(officer, () => review.run(stage, id, decision, officer))).rejects.toMatchObject({
    code: 'record.unknown',
  });
});

test('after 24:00 of the last day nothing is submitted, to the second', async () => {
  const { id, actor } = await draftOf('a6', identities[3] ?? '');
  test_.clock.moveTo(new Date('2023-05-21T00:00:00+08:00'));
  await expect(submit(id, actor)).rejects.toMatchObject({
    code: 'milestone.closed',
    details: {
      milestone: 'registration',
      closesAt: '2023-05-21T00:00:00.000+08:00',
      noticeNumber: '内团联发〔2023〕6号',
    },
  });
});
