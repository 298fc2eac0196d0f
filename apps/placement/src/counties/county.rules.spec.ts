import { describe, expect, test } from '@jest/globals';
import { type CountyStatus, countyStatuses } from '@xibu/domain/placement/api';
import { CountyActivated } from '@xibu/domain/placement/events';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import { nextSeason } from './county.js';
import {
  apply,
  type CountyStep,
  countySteps,
  disqualify,
  failAssessment,
  register,
  reinstate,
  takeStep,
} from './county.rules.js';
import { sampleCounty } from './sample-county.js';

const now = new Date('2023-03-10T12:00:00+08:00');
const other = { account: 'other', name: '另一人' };
const application = {
  ...{ county: 152221, name: '科尔沁右翼前旗', season: '2023-2024', foundingDocument: '团发3号' },
  ...{ namedOfficer: '乌兰', governmentApproval: '前旗政函〔2023〕8号' },
};
const steps: readonly CountyStep[] = [
  { take: 'approve' },
  { take: 'refuse', reason: '未成立领导小组' },
  { take: 'file', filingNumber: '全备2023-17' },
  { take: 'activate' },
  { take: 'rectify', measures: '补齐专人', document: '整改1号' },
  { take: 'reapply', season: '2025-2026', governmentApproval: '函9号' },
];

describe.each(steps)('$take', (step) => {
  const from = countySteps[step.take];
  const of = (status: CountyStatus) => sampleCounty({ status, disqualifiedFrom: '2024-2025' });
  test.each(countyStatuses.filter((status) => !from.includes(status)))('is refused from %s', (status) => {
    expect(() => takeStep(of(status), step, other, now)).toThrow(
      expect.objectContaining({ code: 'county.wrong-step', details: { status } }),
    );
  });
  test.each(from)('is possible from %s', (status) => {
    expect(takeStep(of(status), step, other, now)[0].version).toBe(5);
  });
});

test('a new county must be a key county; one that is on no list is refused with the clause', () => {
  expect(() => apply(null, application, null, 'officer', now)).toThrow(
    expect.objectContaining({ code: 'county.not-key-county', details: { clause: '内团联发〔2023〕6号 二（一）2' } }),
  );
  expect(apply(null, application, 'local-key-county', 'officer', now)).toMatchObject({
    ...{ status: 'applied', basis: 'local-key-county', newIn: '2023-2024', governmentApproval: '前旗政函〔2023〕8号' },
  });
});

test.each(countyStatuses.filter((status) => status !== 'refused'))('nobody applies twice: refused at %s', (status) => {
  expect(() => apply(sampleCounty({ status }), application, 'national-key-county', 'officer', now)).toThrow(
    expect.objectContaining({ code: 'county.exists' }),
  );
});

test('a county that was refused may apply again', () => {
  const refused = sampleCounty({ status: 'refused' });
  expect(apply(refused, application, 'national-key-county', 'officer', now)).toMatchObject({
    status: 'applied',
    version: 5,
  });
});

test('a continuing county is no new county, and is entered once', () => {
  expect(register(null, { ...application, governmentApproval: null }, 'officer', now)).toMatchObject({ newIn: null });
  expect(() => register(sampleCounty(), application, 'officer', now)).toThrow(
    expect.objectContaining({ code: 'county.exists' }),
  );
});

test.each(['approve', 'refuse'] as const)('whoever prepared the entry does not %s it', (take) => {
  const own = sampleCounty({ status: 'applied', preparedBy: 'other' });
  expect(() => takeStep(own, { take, reason: '理由' } as CountyStep, other, now)).toThrow(
    expect.objectContaining({ code: 'four-eyes.same-person' }),
  );
});

test('a refusal needs a reason', () => {
  expect(() => takeStep(sampleCounty({ status: 'applied' }), { take: 'refuse', reason: ' ' }, other, now)).toThrow(
    expect.objectContaining({ code: 'reason.missing' }),
  );
});

test('activation tells the fact in the shape of its sample', () => {
  const [county, [fact]] = takeStep(sampleCounty({ status: 'national-filed' }), { take: 'activate' }, other, now);
  expect(county.status).toBe('active');
  expect(fact).toMatchObject({ type: CountyActivated.type, key: '152221' });
  expectShape(sampleOf(CountyActivated), fact?.data);
});

test('a failed assessment ends the qualification with the season, not before', () => {
  const failed = failAssessment(sampleCounty(), '2024-2025', now);
  expect(failed).toMatchObject({ status: 'failed-assessment', disqualifiedFrom: '2024-2025' });
  expect(disqualify(failed, '2024-07-31', now)).toBe(failed);
  expect(disqualify(failed, '2024-08-01', now).status).toBe('disqualified');
  const applied = sampleCounty({ status: 'applied' });
  expect(failAssessment(applied, '2024-2025', now)).toBe(applied);
});

test('after rectification it reapplies for a later season than the one it is out of', () => {
  const rectifying = sampleCounty({ status: 'rectifying', disqualifiedFrom: '2024-2025' });
  const reapply = (season: string) =>
    takeStep(rectifying, { take: 'reapply', season, governmentApproval: '函9号' }, other, now)[0];
  expect(() => reapply('2024-2025')).toThrow(expect.objectContaining({ code: 'county.season-barred' }));
  const reapplied = reapply('2025-2026');
  expect(reapplied).toMatchObject({ status: 'reapplied', season: '2025-2026', preparedBy: 'other' });
  const refuse = { take: 'refuse', reason: '整改未到位' } as const;
  expect(takeStep(reapplied, refuse, { account: 'third', name: '三' }, now)[0].status).toBe('rectifying');
});

test.each(['failed-assessment', 'disqualified', 'rectifying'] as const)(
  'a corrected finding reinstates from %s',
  (status) => {
    expect(reinstate(sampleCounty({ status, disqualifiedFrom: '2024-2025' }), now)).toMatchObject({
      ...{ status: 'active', disqualifiedFrom: null },
    });
    const refused = sampleCounty({ status: 'refused' });
    expect(reinstate(refused, now)).toBe(refused);
  },
);

test('seasons follow each other', () => {
  expect(nextSeason('2023-2024')).toBe('2024-2025');
  expect(nextSeason('1999-2000')).toBe('2000-2001');
});
