import { describe, expect, test } from '@jest/globals';
import { type IncidentStatus, incidentStatuses } from '@xibu/domain/assessment/api';
import { IncidentConcluded, IncidentReported } from '@xibu/domain/assessment/events';
import { expectShape, sampleOf } from '@xibu/platform/testing-samples';
import type { Incident } from './incident.js';
import { close, conclude, reportIncident, respond } from './incident.rules.js';

const now = new Date('2023-11-02T10:00:00+08:00');
const reporter = { account: 'a1', name: '张' };
const region = { account: 'a9', name: '王' };
const request = {
  unit: 'u1',
  kind: 'traffic',
  level: 'serious',
  happenedAt: '2023-11-01T08:00:00+08:00',
  place: '省道',
  people: 2,
  account: '骑车下乡时被剐蹭',
} as const;
const [reported, told] = reportIncident('i1', request, { season: '2023-2024', county: 152201 }, reporter, now);
const at = (status: IncidentStatus): Incident => ({ ...reported, status });

const steps = {
  respond: { from: ['reported', 'responding'], take: (given: Incident) => respond(given, '已送医', reporter, now) },
  close: { from: ['responding'], take: (given: Incident) => close(given, '已康复', reporter, now) },
  conclude: {
    from: ['closed'],
    take: (given: Incident) => conclude(given, { managementFault: true, finding: '未做安全教育' }, region, now),
  },
};
describe.each(Object.entries(steps))('%s', (_, { from, take }) => {
  test.each(incidentStatuses.filter((status) => !from.includes(status)))('is refused from %s', (status) => {
    expect(() => take(at(status))).toThrow(expect.objectContaining({ code: 'incident.wrong-step' }));
  });
  test.each(from as IncidentStatus[])('is possible from %s', (status) => {
    expect(() => take(at(status))).not.toThrow();
  });
});

test('an incident is told at once, and cannot lie in the future', () => {
  expectShape(sampleOf(IncidentReported), told.data);
  const later = { ...request, happenedAt: '2023-11-02T10:00:01+08:00' };
  expect(() => reportIncident('i2', later, { season: 's', county: 1 }, reporter, now)).toThrow(
    expect.objectContaining({ code: 'incident.in-future' }),
  );
});

test('who reported it does not conclude it, and a conclusion has a finding', () => {
  expect(() => conclude(at('closed'), { managementFault: false, finding: 'x' }, reporter, now)).toThrow(
    expect.objectContaining({ code: 'incident.own-conclusion' }),
  );
  expect(() => conclude(at('closed'), { managementFault: false, finding: ' ' }, region, now)).toThrow(
    expect.objectContaining({ code: 'reason.missing' }),
  );
});

test.each([
  ['general', false],
  ['serious', true],
  ['grave', true],
] as const)('one of level %s counts as serious: %s', (level, serious) => {
  const [, fact] = conclude({ ...at('closed'), level }, { managementFault: true, finding: '管理不力' }, region, now);
  expect(fact.data).toMatchObject({ serious, managementFault: true, county: 152201, unit: 'u1' });
  expectShape(sampleOf(IncidentConcluded), fact.data);
});
