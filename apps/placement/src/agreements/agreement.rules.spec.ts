import { describe, expect, test } from '@jest/globals';
import { type AgreementParty, agreementParties } from '@xibu/domain/placement/api';
import { sampleRulebook as book } from '@xibu/domain/samples';
import { samplePost } from '../posts/sample-post.js';
import { sampleVolunteer } from '../volunteers/sample-volunteer.js';
import type { Agreement } from './agreement.js';
import { allowLate, draft, lastDayFrom, sign } from './agreement.rules.js';

const now = new Date('2023-08-10T02:00:00Z');
const windowClosesAt = new Date('2023-08-16T00:00:00+08:00');
const drafting = {
  id: 'x',
  kind: 'first',
  season: '2023-2024',
  from: '2023-07-25',
  to: '2024-07-24',
  ordinal: 1,
} as const;
const drafted = (changes: Partial<Agreement> = {}): Agreement => ({
  ...draft(sampleVolunteer(), samplePost({ code: '152221-23-001' }), drafting, now),
  ...changes,
});
const by = (party: AgreementParty) => ({ party, by: party, windowClosesAt });

test('an agreement is for one year', () => {
  expect(lastDayFrom('2023-07-25', book)).toBe('2024-07-24');
  expect(lastDayFrom('2024-02-29', book)).toBe('2025-02-27');
});

test('whatever the order, the third signature makes the agreement and the second does not', () => {
  for (const first of agreementParties) {
    for (const second of agreementParties.filter((party) => party !== first)) {
      const [third] = agreementParties.filter((party) => party !== first && party !== second);
      const two = sign(sign(drafted(), by(first), now), by(second), now);
      expect(two).toMatchObject({ status: 'open', signedOn: null });
      expect(sign(two, by(third ?? 'county'), now)).toMatchObject({ status: 'signed', signedOn: '2023-08-10' });
    }
  }
});

test('the post stands in the agreement as it stood', () => {
  const post = samplePost({ code: '152221-23-001' });
  const agreement = draft(sampleVolunteer(), post, drafting, now);
  expect(agreement.terms).toMatchObject({ postTitle: post.title, duties: post.duties, cashMonthlyFen: 0 });
});

describe('the time for signing', () => {
  const at = (instant: string, changes: Partial<Agreement>) => () =>
    sign(drafted(changes), by('county'), new Date(instant));

  test('the first one is signed up to 24:00 of the last day of the window', () => {
    expect(at('2023-08-15T23:59:59+08:00', {})).not.toThrow();
    expect(at('2023-08-16T00:00:00+08:00', {})).toThrow('agreement.too-late');
  });
  test('the next year’s is signed before it begins', () => {
    const next = { kind: 'extension', from: '2024-07-25' } as const;
    expect(at('2024-07-24T23:59:59+08:00', next)).not.toThrow();
    expect(at('2024-07-25T00:00:00+08:00', next)).toThrow('agreement.too-late');
  });
  test('a late permit holds to 24:00 of its day', () => {
    const late = allowLate(drafted(), '住院', '2023-08-20', now);
    expect(at('2023-08-20T23:59:59+08:00', late)).not.toThrow();
    expect(at('2023-08-21T00:00:00+08:00', late)).toThrow('agreement.too-late');
  });
  test('nothing is signed that is void', () => {
    expect(at('2023-08-10T00:00:00+08:00', { status: 'void' })).toThrow('agreement.not-open');
    expect(() => allowLate(drafted({ status: 'signed' }), '住院', '2023-08-20', now)).toThrow('agreement.not-open');
  });
});
