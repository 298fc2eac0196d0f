import { expect, test } from '@jest/globals';
import type { ApplicationProgress } from '@xibu/domain/recruitment/api';
import { laterLine } from './progress-line.js';

const nothing: ApplicationProgress = {
  ...{ exam: null, ranking: null, placement: null, health: null, notice: null, admission: null, loss: null },
};
const exam = {
  ...{ session: '上午', startsAt: '2023-05-27T09:00:00+08:00', ticket: '1', site: '一中', address: '街', room: '1' },
  ...{ seat: 1, scoreHundredths: null, isAbsent: false },
};
const ranking = {
  ...{ outcome: 'qualified', reasons: [], scoreHundredths: 8000, minimumScoreHundredths: 6000, code: null },
  ...{ classes: {}, met: {}, decidedAt: '2023-05-31T09:00:00+08:00' },
} as unknown as NonNullable<ApplicationProgress['ranking']>;

function states(progress: Partial<ApplicationProgress>, status: 'confirmed' | 'withdrawn' | 'not-qualified') {
  return laterLine({ ...nothing, ...progress }, status, true).map(({ state }) => state);
}

test('who has confirmed waits for the exam, and everything else is to come', () => {
  expect(states({}, 'confirmed').slice(0, 3)).toEqual(['now', 'to-come', 'to-come']);
});

test('a seat without a score is still the exam', () => {
  expect(states({ exam }, 'confirmed')[0]).toBe('now');
});

test('a score is the end of the exam, and the selection is next', () => {
  expect(states({ exam: { ...exam, scoreHundredths: 8000 } }, 'confirmed').slice(0, 2)).toEqual(['done', 'now']);
});

test('whoever was absent is stopped there, and nothing is the present step', () => {
  const line = states({ exam: { ...exam, isAbsent: true } }, 'not-qualified');
  expect(line[0]).toBe('stopped');
  expect(line).not.toContain('now');
});

test('whoever is not selected is stopped, and nothing waits behind it', () => {
  const line = states(
    { exam: { ...exam, scoreHundredths: 5000 }, ranking: { ...ranking, outcome: 'not-qualified' } },
    'not-qualified',
  );
  expect(line.slice(0, 3)).toEqual(['done', 'stopped', 'to-come']);
});

test('an application that was taken back waits for nothing', () => {
  expect(states({}, 'withdrawn')).not.toContain('now');
});

test('nothing of it begins before the places are confirmed', () => {
  expect(laterLine(nothing, 'submitted', false).every(({ state }) => state === 'to-come')).toBe(true);
});

test('a step that a later one follows is done, though nothing was written of it', () => {
  const admission = {
    confirmationNumber: 'Q1',
    admittedAt: '2023-06-24T10:00:00+08:00',
    answer: null,
    answeredAt: null,
  };
  expect(laterLine({ ...nothing, admission }, 'admitted', true).map(({ state }) => state)).toEqual([
    ...['done', 'done', 'done', 'done', 'done', 'done', 'now'],
  ]);
});
