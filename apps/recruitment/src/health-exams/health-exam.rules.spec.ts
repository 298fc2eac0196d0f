import { expect, test } from '@jest/globals';
import { applicationStatuses } from '@xibu/domain/recruitment/api';
import { sampleDraft } from '../applications/sample-application.js';
import type { HealthExam } from './health-exam.js';
import { closeBatch, decide, openBatch } from './health-exam.rules.js';

const now = new Date('2023-06-06T12:00:00+08:00');
const actor = { account: 'doctor' };
const application = sampleDraft({ status: 'preselected' });
const seat = { postId: 'p1', postTitle: '小学教师', county: 152221 };
const exam: HealthExam = {
  ...{ id: 'x', season: '2023-2024', division: 150000, university: application.university, hospital: '校医院' },
  ...{ heldOn: '2023-06-05', status: 'open', openedBy: 'officer' },
};
const passed = { passed: true, conclusionSealed: null };
const failed = { passed: false, conclusionSealed: 'sealed' };
const code = (refusal: string) => expect.objectContaining({ code: refusal });

test('whoever passes goes on, and it is told', () => {
  const examined = decide(exam, { application, seat }, passed, actor, now);
  expect(examined).toMatchObject({ application: { status: 'health-passed' }, loss: null });
  expect(examined.facts).toMatchObject([{ type: 'recruitment.application.health-decided.v1', data: { passed: true } }]);
});

test('whoever fails gives the seat back: two facts, and a loss of that post', () => {
  const examined = decide(exam, { application, seat }, failed, actor, now);
  expect(examined).toMatchObject({
    application: { status: 'health-failed' },
    loss: { postId: 'p1', reason: 'health' },
  });
  expect(examined.facts.map(({ type }) => type)).toEqual([
    'recruitment.application.health-decided.v1',
    'recruitment.application.lost.v1',
  ]);
  expect(JSON.stringify(examined.facts)).not.toContain('sealed');
});

test('a batch of the region takes people of every university, one of a university its own only', () => {
  const region = { ...exam, university: null };
  expect(decide(region, { application, seat }, passed, actor, now).application.status).toBe('health-passed');
  const other = { ...exam, university: '4115010135' };
  expect(() => decide(other, { application, seat }, passed, actor, now)).toThrow(code('health-exam.not-in-batch'));
  const later = { ...exam, season: '2024-2025' };
  expect(() => decide(later, { application, seat }, passed, actor, now)).toThrow(code('health-exam.not-in-batch'));
});

test('failing needs its conclusion', () => {
  expect(() => decide(exam, { application, seat }, { ...failed, conclusionSealed: null }, actor, now)).toThrow(
    code('health-exam.conclusion-missing'),
  );
});

test('a closed batch takes no more results, and is not closed twice', () => {
  const closed = closeBatch(exam);
  expect(closed.status).toBe('closed');
  expect(() => decide(closed, { application, seat }, passed, actor, now)).toThrow(code('health-exam.closed'));
  expect(() => closeBatch(closed)).toThrow(code('health-exam.closed'));
});

test.each(applicationStatuses.filter((status) => status !== 'preselected'))('nobody is examined from %s', (status) => {
  expect(() => decide(exam, { application: sampleDraft({ status }), seat }, passed, actor, now)).toThrow(
    code('application.wrong-step'),
  );
});

test('a university opens batches of its own only; the region for one or for all', () => {
  const request = { season: '2023-2024', hospital: '校医院', heldOn: '2023-06-05' };
  const region = { id: 'x', region: 150000 };
  const own = { account: 'a', university: 'u1' };
  expect(openBatch(request, region, own).university).toBe('u1');
  expect(() => openBatch({ ...request, university: 'u2' }, region, own)).toThrow(
    code('health-exam.university-foreign'),
  );
  expect(openBatch({ ...request, university: 'u2' }, region, { account: 'r', university: null }).university).toBe('u2');
  expect(openBatch(request, region, { account: 'r', university: null }).university).toBeNull();
});
