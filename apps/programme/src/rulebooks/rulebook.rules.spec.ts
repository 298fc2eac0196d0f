import { expect, test } from '@jest/globals';
import type { RulebookValues } from '@xibu/domain';
import { RulebookPublished } from '@xibu/domain/programme/events';
import { sampleRulebook } from '@xibu/domain/samples';
import { actorOf } from '@xibu/platform/testing';
import { refusalOf } from '@xibu/platform/testing-refusals';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import type { Season } from '../seasons/season.js';
import { discard, prepare, publish, save } from './rulebook.rules.js';
import type { RulebookDraft } from './rulebook-draft.js';

const now = new Date('2023-05-10T12:00:00+08:00');
const season: Season = { season: '2023-2024', name: 'x', region: 150000, openedAt: now, openedBy: 'a' };
const officer = actorOf('region.officer', { division: 150000 });
const approver = actorOf('region.approver', { division: 150000 });
const elsewhere = actorOf('region.approver', { division: 650000 });
const { values, clauses, validFrom } = sampleRulebook;
const given = { values, clauses, validFrom };
const preparing = (change: object = {}): RulebookDraft =>
  prepare({ ...given, ...change }, season, sampleRulebook, officer, { id: 'book-1', number: 2, now });
const change = (part: Partial<Record<keyof RulebookValues, unknown>>) => ({ values: { ...values, ...part } });

test('a rulebook is prepared by one and published by another, whole with its clauses', () => {
  const draft = preparing();
  expect(draft).toMatchObject({ status: 'draft', bookVersion: '2023-2024/2', preparedBy: officer.account });
  const [published, fact] = publish(draft, season, [], approver, now);
  expect(published).toMatchObject({ status: 'published', publishedBy: approver.account, version: 2 });
  // Later notices add numbers, which keeps the version of the fact; none of those once told goes away.
  const told = fact.data as typeof sampleRulebook;
  const sample = sampleOf(RulebookPublished);
  expect(Object.keys(told.values)).toEqual(expect.arrayContaining(Object.keys(sample.values)));
  expectShape({ ...sample, values: {}, clauses: {} }, { ...told, values: {}, clauses: {} });
});

test.each<[string, object, string]>([
  ['without one of its numbers', { values: { ...values, specials: undefined } }, 'rulebook.number-invalid'],
  ['that lacks a number', { values: {} }, 'rulebook.number-missing'],
  ['with a number nobody knows', { values: { ...values, luckyNumber: 7 } }, 'rulebook.number-missing'],
  ['with more than all', change({ townshipSharePercentMin: 101 }), 'rulebook.number-invalid'],
  ['with less than nothing', change({ leaveUnitDaysMax: -1 }), 'rulebook.number-invalid'],
  ['with half a fen', change({ boardLodgingCashMonthlyFenMin: 0.5 }), 'rulebook.number-invalid'],
  ['with a text for a number', change({ nationalScaleOnPost: '815' }), 'rulebook.number-invalid'],
  ['with a day that is none', change({ diplomaBy: '2023-02-30' }), 'rulebook.number-invalid'],
  ['with a special nobody knows', change({ specials: ['serve-the-moon'] }), 'rulebook.number-invalid'],
  ['with a special twice', change({ specials: [values.specials[0], values.specials[0]] }), 'rulebook.number-invalid'],
  ['with specials of counties that are none', change({ specials: ['serve-xinjiang'] }), 'rulebook.number-invalid'],
  ['without a clause', { clauses: { ...clauses, nationalScaleOnPost: ' ' } }, 'rulebook.clause-missing'],
  ['that starts on no day', { validFrom: '2023-13-01' }, 'rulebook.number-invalid'],
])('a rulebook %s is refused', (_, part, code) => {
  expect(refusalOf(() => preparing(part))).toBe(code);
});

test.each<[string, () => unknown, string]>([
  ['publishing one’s own', () => publish(preparing(), season, [], officer, now), 'four-eyes.same-person'],
  [
    'publishing twice',
    () => publish({ ...preparing(), status: 'published' }, season, [], approver, now),
    'rulebook.not-draft',
  ],
  [
    'publishing what was discarded',
    () => publish({ ...preparing(), status: 'discarded' }, season, [], approver, now),
    'rulebook.not-draft',
  ],
  ['publishing for another region', () => publish(preparing(), season, [], elsewhere, now), 'season.other-region'],
  [
    'preparing for another region',
    () => prepare(given, season, sampleRulebook, elsewhere, { id: 'x', number: 1, now }),
    'season.other-region',
  ],
  [
    'starting before the rules in force',
    () => publish(preparing(), season, ['2023-06-01'], approver, now),
    'rulebook.starts-too-early',
  ],
  [
    'starting on the same day',
    () => publish(preparing(), season, [validFrom], approver, now),
    'rulebook.starts-too-early',
  ],
  [
    'starting in the past',
    () => publish(preparing({ validFrom: '2023-05-09' }), season, [validFrom], approver, now),
    'rulebook.starts-too-early',
  ],
  [
    'saving what is published',
    () => save({ ...preparing(), status: 'published' }, given, season, sampleRulebook, officer),
    'rulebook.not-draft',
  ],
  [
    'discarding what is published',
    () => discard({ ...preparing(), status: 'published' }, season, officer),
    'rulebook.not-draft',
  ],
])('%s is refused', (_, work, code) => {
  expect(refusalOf(work)).toBe(code);
});

test('a later version starts today at the earliest', () => {
  const later = preparing({ validFrom: '2023-05-10' });
  expect(publish(later, season, [validFrom], approver, now)[0].status).toBe('published');
});

test('whoever changes a draft has prepared it and does not publish it', () => {
  const saved = save(preparing(), { ...given, validFrom: '2023-08-01' }, season, sampleRulebook, approver);
  expect(saved).toMatchObject({ validFrom: '2023-08-01', preparedBy: approver.account, version: 2 });
  expect(refusalOf(() => publish(saved, season, [], approver, now))).toBe('four-eyes.same-person');
});
