import { describe, expect, test } from '@jest/globals';
import { type ApplicationStatus, applicationStatuses } from '@xibu/domain/recruitment/api';
import { refusalOf } from '@xibu/platform/testing-refusals';
import { type Application } from './application.js';
import { confirm, reviewByFaculty, reviewByUniversity, saveDraft, submit, withdraw } from './application.rules.js';
import { sampleBook, sampleDraft } from './sample-application.js';

const now = new Date('2023-05-10T12:00:00+08:00');
const submission = { declared: true, checks: [], number: '2023-15-000001', receipt: 'r' } as const;
const pass = { decision: 'pass', opinion: '同意', talked: true } as const;
const confirmation = { counties: [152201], specials: ['rural-education'], acceptsReassignment: true } as const;

/** Each step, and the only states from which it is possible. */
const steps: Record<string, { from: readonly ApplicationStatus[]; take: (application: Application) => unknown }> = {
  saveDraft: { from: ['draft', 'returned'], take: (a) => saveDraft(a, { skills: '摄影' }, null, now) },
  submit: { from: ['draft', 'returned'], take: (a) => submit(a, submission, sampleBook, now) },
  reviewByFaculty: { from: ['submitted'], take: (a) => reviewByFaculty(a, pass, '李老师', now) },
  reviewByUniversity: { from: ['faculty-passed'], take: (a) => reviewByUniversity(a, pass, '王老师', now) },
  confirm: { from: ['university-passed', 'confirmed'], take: (a) => confirm(a, confirmation, sampleBook, now) },
};

describe.each(Object.entries(steps))('%s', (_, { from, take }) => {
  test.each(applicationStatuses.filter((status) => !from.includes(status)))('is refused from %s', (status) => {
    expect(refusalOf(() => take(sampleDraft({ status })))).toBe('application.wrong-step');
  });
  test.each(from)('is possible from %s', (status) => {
    expect(refusalOf(() => take(sampleDraft({ status })))).toBe('no refusal');
  });
});

const ended = ['rejected', 'not-qualified', 'health-failed', 'lost', 'withdrawn', 'expired'] as const;
const seated = ['preselected', 'health-passed', 'noticed', 'admitted'] as const;
test.each([...ended, ...seated])('nothing is withdrawn from %s: it has ended, or leaving is a loss', (status) => {
  expect(refusalOf(() => withdraw(sampleDraft({ status }), now))).toBe('application.wrong-step');
});
test.each(applicationStatuses.filter((status) => ![...ended, ...seated].some((one) => one === status)))(
  'an application is taken back from %s',
  (status) => {
    const [withdrawn, fact] = withdraw(sampleDraft({ status }), now);
    expect(withdrawn.status).toBe('withdrawn');
    expect(fact.type).toBe('recruitment.application.withdrawn.v1');
  },
);

test('submitting makes the application, keeps the rulebook that decided, and tells the fact', () => {
  const [application, fact] = submit(sampleDraft(), submission, sampleBook, now);
  expect(application).toMatchObject({ status: 'submitted', submittedAt: now, decidedBy: '2023-2024/1', version: 4 });
  expect(fact).toEqual({
    type: 'recruitment.application.submitted.v1',
    key: application.id,
    data: {
      ...{ applicationId: application.id, accountId: 'account-1', season: '2023-2024', university: '4115010126' },
      ...{ faculty: '文学与新闻传播学院', number: '2023-15-000001' },
    },
  });
});

test('a returned form keeps its number when it is submitted again', () => {
  const [again] = submit(sampleDraft({ status: 'returned', number: '2023-15-000009' }), submission, sampleBook, now);
  expect(again.number).toBe('2023-15-000009');
});

test('an undeclared form is refused', () => {
  expect(refusalOf(() => submit(sampleDraft(), { ...submission, declared: false }, sampleBook, now))).toBe(
    'application.not-declared',
  );
});

test('an incomplete form is refused, and every missing field is named', () => {
  const { name: _, mobile: __, ...form } = sampleDraft().form;
  expect(() => submit(sampleDraft({ form, identitySealed: null }), submission, sampleBook, now)).toThrow(
    expect.objectContaining({
      code: 'application.incomplete',
      details: expect.objectContaining({ fields: 'identityNumber, name, mobile' }),
    }),
  );
});

test('a rule that is not met refuses; one that wants attention does not', () => {
  const check = (outcome: 'not-met' | 'attention') => ({
    ...submission,
    checks: [{ rule: 'category', outcome, clause: '2.2.2' }] as const,
  });
  expect(refusalOf(() => submit(sampleDraft(), check('not-met'), sampleBook, now))).toBe('application.not-eligible');
  expect(refusalOf(() => submit(sampleDraft(), check('attention'), sampleBook, now))).toBe('no refusal');
});

test.each([
  ['another province', { preferredProvince: 650000 }, 'application.province-not-served'],
  ['a fourth year', { termYears: 4 }, 'application.term-years'],
])('a wish for %s is refused', (_, change, code) => {
  const draft = sampleDraft();
  expect(refusalOf(() => submit({ ...draft, form: { ...draft.form, ...change } }, submission, sampleBook, now))).toBe(
    code,
  );
});

test('the faculty does not pass without having talked with the applicant', () => {
  const submitted = sampleDraft({ status: 'submitted' });
  expect(refusalOf(() => reviewByFaculty(submitted, { decision: 'pass', opinion: '' }, '李', now))).toBe(
    'application.talk-missing',
  );
});

test.each(['return', 'reject'] as const)('to %s needs a reason, which the applicant is told', (decision) => {
  const submitted = sampleDraft({ status: 'submitted' });
  expect(refusalOf(() => reviewByFaculty(submitted, { decision, opinion: '  ' }, '李', now))).toBe(
    'application.opinion-missing',
  );
  const [, fact] = reviewByFaculty(submitted, { decision, opinion: '照片不清' }, '李', now);
  expect(fact.data).toMatchObject({ stage: 'faculty', reason: '照片不清' });
});

test.each([
  ['no county', []],
  ['a county twice', [152201, 152201]],
  ['too many', [152201, 152202, 152221, 152222, 152223, 152224]],
])('confirming with %s is refused', (_, counties) => {
  const passed = sampleDraft({ status: 'university-passed' });
  expect(refusalOf(() => confirm(passed, { ...confirmation, counties }, sampleBook, now))).toBe(
    'application.counties-count',
  );
});
