import { expect, test } from '@jest/globals';
import { applicationStatuses } from '@xibu/domain/recruitment/api';
import { sampleBook, sampleDraft } from '../applications/sample-application.js';
import { recordScore, type SeatScore } from './exam-seat.rules.js';

const now = new Date('2023-05-28T12:00:00+08:00');
const seat: SeatScore = { applicationId: 'a', scoreHundredths: null, isAbsent: false };
const ticketed = sampleDraft({ status: 'ticketed' });
const scored = sampleDraft({ status: 'scored' });

test('a score makes somebody scored, and is told', () => {
  const { seat: at, application, facts } = recordScore(seat, ticketed, { scoreHundredths: 8650 }, sampleBook, now);
  expect(at).toMatchObject({ scoreHundredths: 8650, isAbsent: false });
  expect(application).toMatchObject({ status: 'scored', decidedBy: sampleBook.version });
  expect(facts).toMatchObject([{ type: 'recruitment.application.scored.v1', data: { scoreHundredths: 8650 } }]);
});

test('a second import corrects, and tells again; the same score changes and tells nothing', () => {
  const first = { ...seat, scoreHundredths: 8650 };
  expect(recordScore(first, scored, { scoreHundredths: 8700 }, sampleBook, now).facts).toHaveLength(1);
  const same = recordScore(first, scored, { scoreHundredths: 8650 }, sampleBook, now);
  expect(same).toEqual({ seat: null, application: null, facts: [] });
});

test('whoever was absent has no score, and one that was entered by mistake goes', () => {
  expect(recordScore(seat, ticketed, { isAbsent: true }, sampleBook, now)).toMatchObject({
    seat: { isAbsent: true, scoreHundredths: null },
    application: null,
    facts: [],
  });
  const back = recordScore({ ...seat, scoreHundredths: 5000 }, scored, { isAbsent: true }, sampleBook, now);
  expect(back).toMatchObject({ seat: { scoreHundredths: null }, application: { status: 'ticketed' } });
  const again = recordScore({ ...seat, isAbsent: true }, ticketed, { isAbsent: true }, sampleBook, now);
  expect(again).toEqual({ seat: null, application: null, facts: [] });
});

test.each([
  ['neither score nor absence', {}, 'score.unclear'],
  ['both', { scoreHundredths: 1, isAbsent: true }, 'score.unclear'],
  ['a score below zero', { scoreHundredths: -1 }, 'score.out-of-range'],
  ['a score above the highest', { scoreHundredths: 10_001 }, 'score.out-of-range'],
  ['half a hundredth', { scoreHundredths: 8650.5 }, 'score.out-of-range'],
])('%s is refused', (_, row, code) => {
  expect(() => recordScore(seat, ticketed, row, sampleBook, now)).toThrow(expect.objectContaining({ code }));
});

test.each(applicationStatuses.filter((status) => status !== 'ticketed' && status !== 'scored'))(
  'scores are fixed once an application is %s',
  (status) => {
    expect(() => recordScore(seat, sampleDraft({ status }), { scoreHundredths: 1 }, sampleBook, now)).toThrow(
      expect.objectContaining({ code: 'score.fixed' }),
    );
  },
);
