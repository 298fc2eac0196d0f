import { expect, test } from '@jest/globals';
import { allFacts, type Fact } from '@xibu/domain';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { accept, admit } from './admissions/admission.rules.js';
import type { Application } from './applications/application.js';
import { confirm, reviewByFaculty, reviewByUniversity, submit, withdraw } from './applications/application.rules.js';
import { expiryFacts } from './applications/expiry.rules.js';
import { sampleBook, sampleDraft } from './applications/sample-application.js';
import type { ExamSeat } from './exam-seats/exam-seat.js';
import { recordScore } from './exam-seats/exam-seat.rules.js';
import { seatsOf } from './exam-sessions/exam-session.js';
import { seat } from './exam-sessions/exam-session.rules.js';
import { sampleSession } from './exam-sessions/sample-session.js';
import { decide } from './health-exams/health-exam.rules.js';
import { lose } from './losses/loss.rules.js';
import { openNotice } from './public-notices/public-notice.rules.js';
import type { PreferredBySpecial } from './qualified-lists/preference.rules.js';
import { assess, qualify, rankingRule } from './qualified-lists/qualified-list.rules.js';

const now = new Date('2023-06-10T09:00:00+08:00');
const confirmation = { counties: [152221], specials: ['rural-education'], acceptsReassignment: true } as const;
const at = (status: Application['status']) => sampleDraft({ status, number: '2023-15-000001', confirmation });
const held = { postId: 'p1', postTitle: '小学教师', county: 152221 };
const submission = { declared: true, checks: [], number: '2023-15-000001', receipt: 'r' } as const;
const no = { decision: 'reject', opinion: '不是应届毕业生' } as const;
const pass = { decision: 'pass', opinion: '', talked: true } as const;
const identified = { sex: '2', birthDate: '2001-03-15', identityNumberMasked: '1506**********0022' };
const ready = { seat: held, notice: { closesOn: '2023-06-09', openedBy: 'a' }, openObjections: 0 };
const today = { day: '2023-06-10', now } as const;

/** Every fact of this service, made by the rule that tells it. */
function told(): Fact[] {
  const [place] = seatsOf(sampleSession());
  if (!place) throw new Error('the sample session has seats');
  const [ticketed, taken, ticketIssued] = seat(sampleSession(), at('confirmed'), place, now);
  const [, admission, ...admitted] = admit(at('noticed'), ready, identified, { account: 'b' }, today);
  const expired = { accountId: 'a', season: '2023-2024', university: 'u', number: 'n', noticeNumber: 'd' };
  return [
    submit(sampleDraft(), submission, sampleBook, now)[1],
    reviewByFaculty(at('submitted'), pass, '李', now)[1],
    reviewByUniversity(at('faculty-passed'), pass, '王', now)[1],
    reviewByUniversity(at('faculty-passed'), no, '王', now)[1],
    reviewByFaculty(at('submitted'), { ...no, decision: 'return' }, '李', now)[1],
    confirm(at('university-passed'), confirmation, sampleBook, now)[1],
    ticketIssued,
    ...recordScore(taken satisfies ExamSeat, ticketed, { scoreHundredths: 8250 }, sampleBook, now).facts,
    ranked(8250),
    ranked(5999),
    ...examined().facts,
    ...openNotice(frame, [{ application: at('health-passed'), county: '', post: '' }], sampleBook, '2023-06-10', now)
      .facts,
    ...admitted,
    accept(at('admitted'), admission, now)[1],
    lose(at('admitted'), held, 'declined', now)[2],
    withdraw(at('qualified'), now)[1],
    ...expiryFacts([{ ...expired, id: 'i', was: 'submitted' }]),
  ];
}

const frame = { id: 'n', season: '2023-2024', division: 150000, university: 'u', universityName: '', openedBy: 'a' };
const exam = {
  ...{ id: 'x', season: '2023-2024', division: 150000, university: null, hospital: '校医院', heldOn: '2023-06-05' },
  ...({ status: 'open', openedBy: 'a' } as const),
};
const examined = () =>
  decide(
    exam,
    { application: at('preselected'), seat: held },
    { passed: true, conclusionSealed: null },
    { account: 'a' },
    now,
  );

function ranked(scoreHundredths: number): Fact {
  const rule = rankingRule(sampleBook, undefined);
  const list = {
    ...({ id: 'l', season: '2023-2024', division: 150000, status: 'prepared', rule } as const),
    ...{ preparedBy: 'a', preparedAt: now, approvedBy: null, approvedAt: null },
  };
  const application = at('scored');
  const entry = assess(list, {
    application,
    scoreHundredths,
    code: 'A3f9c01d2b7e4',
    preferred: {} as PreferredBySpecial,
  });
  return qualify(application, entry, now)[1];
}

const types = [...allFacts().keys()].filter((type) => type.startsWith('recruitment.'));

test.each(types)('%s is told in the shape of its golden sample', (type) => {
  const fact = told().find((one) => one.type === type);
  const definition = allFacts().get(type);
  if (!fact || !definition) throw new Error(`no rule tells ${type}`);
  expect(() => expectShape(sampleOf(definition), fact.data)).not.toThrow();
});

test('facts of an application have its id as key, so that they keep their order', () => {
  const facts = told().filter(({ type }) => type.startsWith('recruitment.application.'));
  expect(new Set(facts.map(({ key }) => key))).toEqual(new Set([sampleDraft().id, 'i']));
});
