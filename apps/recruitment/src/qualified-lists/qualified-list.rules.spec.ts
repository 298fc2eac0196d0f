import { expect, test } from '@jest/globals';
import { specials } from '@xibu/domain';
import { applicationStatuses, qualifiedListStatuses } from '@xibu/domain/recruitment/api';
import { sampleBook, sampleDraft } from '../applications/sample-application.js';
import type { PreferredBySpecial } from './preference.rules.js';
import type { QualifiedList } from './qualified-list.js';
import { approve, assess, qualify, rankingRule, refuseStaleList } from './qualified-list.rules.js';

const now = new Date('2023-05-30T12:00:00+08:00');
const confirmation = { counties: [152221], specials: ['rural-education'], acceptsReassignment: true } as const;
const scored = sampleDraft({ status: 'scored', confirmation });
const preferred = Object.fromEntries(specials.map((special) => [special, false])) as PreferredBySpecial;
const list: QualifiedList = {
  ...{ id: 'l', season: '2023-2024', division: 150000, status: 'prepared', rule: rankingRule(sampleBook, undefined) },
  ...{ preparedBy: 'officer', preparedAt: now, approvedBy: null, approvedAt: null },
};
const entryOf = (scoreHundredths: number) =>
  assess(list, { application: scored, scoreHundredths, code: 'A0123456789ab', preferred });
const code = (refusal: string) => expect.objectContaining({ code: refusal });

test('the minimum counts as reached, one hundredth below does not, and the reason is named', () => {
  expect(entryOf(6000)).toMatchObject({ outcome: 'qualified', reasons: [] });
  expect(entryOf(5999)).toMatchObject({ outcome: 'not-qualified', reasons: ['below-minimum'] });
});

test('the region may set its own minimum; the rule is kept with the list', () => {
  expect(rankingRule(sampleBook, 7000)).toMatchObject({ minimumScoreHundredths: 7000, rulebook: sampleBook.version });
  for (const minimum of [-1, 10_001]) {
    expect(() => rankingRule(sampleBook, minimum)).toThrow(code('qualified-list.minimum'));
  }
});

test.each(applicationStatuses.filter((status) => status !== 'scored'))(
  'nobody is assessed or ranked from %s',
  (status) => {
    const application = sampleDraft({ status, confirmation });
    expect(() => assess(list, { application, scoreHundredths: 1, code: 'A', preferred })).toThrow(
      code('application.wrong-step'),
    );
    expect(() => qualify(application, entryOf(9000), now)).toThrow(code('application.wrong-step'));
  },
);

test('whoever prepared a list does not approve it', () => {
  expect(() => approve(list, { account: 'officer' }, now)).toThrow(code('four-eyes.same-person'));
  expect(approve(list, { account: 'approver' }, now)).toMatchObject({ status: 'approved', approvedBy: 'approver' });
});

test.each(qualifiedListStatuses.filter((status) => status !== 'prepared'))('a list %s is not approved', (status) => {
  expect(() => approve({ ...list, status }, { account: 'approver' }, now)).toThrow(code('qualified-list.wrong-step'));
});

test('a list is stale when a score changed or somebody came, and not when somebody left', () => {
  const entries = [entryOf(8000)];
  expect(() => refuseStaleList(entries, new Map([[scored.id, 8000]]))).not.toThrow();
  expect(() => refuseStaleList(entries, new Map())).not.toThrow();
  expect(() => refuseStaleList(entries, new Map([[scored.id, 8100]]))).toThrow(code('qualified-list.stale'));
  const another = new Map([
    [scored.id, 8000],
    ['other', 1],
  ]);
  expect(() => refuseStaleList(entries, another)).toThrow(code('qualified-list.stale'));
});

test('placement learns of the qualified by code, score and classes; the others are told why not', () => {
  const [qualified, fact] = qualify(scored, entryOf(8000), now);
  expect(qualified.status).toBe('qualified');
  expect(fact.data).toMatchObject({ code: 'A0123456789ab', scoreHundredths: 8000, ...confirmation });
  const [failed, told] = qualify(scored, entryOf(100), now);
  expect(failed.status).toBe('not-qualified');
  expect(told.data).toMatchObject({ scoreHundredths: 100, minimumScoreHundredths: 6000, reasons: ['below-minimum'] });
});
