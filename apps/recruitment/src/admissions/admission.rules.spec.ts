import { expect, test } from '@jest/globals';
import { applicationStatuses } from '@xibu/domain/recruitment/api';
import { sampleDraft } from '../applications/sample-application.js';
import { accept, admit, decline, type Ready } from './admission.rules.js';

const now = new Date('2023-06-13T09:00:00+08:00');
const at = { day: '2023-06-13', now } as const;
const actor = { account: 'head' };
const person = { sex: '1', birthDate: '2001-03-15', identityNumberMasked: '1506**********0011' };
const ready: Ready = {
  seat: { postId: 'p1', postTitle: '小学教师', county: 152221 },
  notice: { closesOn: '2023-06-12', openedBy: 'officer' },
  openObjections: 0,
};
const noticed = sampleDraft({ status: 'noticed', number: '2023-15-000001' });
const [admitted, admission] = admit(noticed, ready, person, actor, at);
const code = (refusal: string) => expect.objectContaining({ code: refusal });

test('admission gives the number of the confirmation notice, and tells who comes where and who they are', () => {
  const [application, given, fact, identified] = admit(noticed, ready, person, actor, at);
  expect(application.status).toBe('admitted');
  expect(given).toMatchObject({ confirmationNumber: 'Q2023-15-000001', postId: 'p1', county: 152221, answer: null });
  expect(fact).toMatchObject({
    type: 'recruitment.application.admitted.v1',
    data: { confirmationNumber: 'Q2023-15-000001', number: '2023-15-000001', track: 'open' },
  });
  expect(identified).toMatchObject({
    type: 'recruitment.person.identified.v1',
    key: 'account-1',
    data: { ...person, name: '苏日娜·巴图', identityNumberSealed: 'sealed', firstDegreeGraduatesOn: '2023-06-30' },
  });
});

test('the whole identity number is in no fact', () => {
  expect(JSON.stringify(admit(noticed, ready, person, actor, at))).not.toContain('150603200103150011');
});

test('not on the last day of the notice, but from the next on', () => {
  expect(() => admit(noticed, ready, person, actor, { ...at, day: '2023-06-12' })).toThrow(
    code('admission.notice-running'),
  );
});

test('not while an objection waits for its answer', () => {
  expect(() => admit(noticed, { ...ready, openObjections: 1 }, person, actor, at)).toThrow(
    code('admission.objection-open'),
  );
});

test('not by whoever opened the notice', () => {
  expect(() => admit(noticed, ready, person, { account: 'officer' }, at)).toThrow(code('four-eyes.same-person'));
});

test('not without a notice, and not without a post', () => {
  for (const lacking of [{ notice: null }, { seat: null }]) {
    expect(() => admit(noticed, { ...ready, ...lacking }, person, actor, at)).toThrow(code('application.wrong-step'));
  }
});

test.each(applicationStatuses.filter((status) => status !== 'noticed'))('nobody is admitted from %s', (status) => {
  expect(() => admit(sampleDraft({ status }), ready, person, actor, at)).toThrow(code('application.wrong-step'));
});

test('the person accepts once, and may still decline after that', () => {
  const [accepted, fact] = accept(admitted, admission, now);
  expect(accepted).toMatchObject({ answer: 'accepted', answeredAt: now });
  expect(fact).toMatchObject({ type: 'recruitment.application.accepted.v1' });
  expect(() => accept(admitted, accepted, now)).toThrow(code('admission.answered'));
  expect(decline(admitted, accepted, now)).toMatchObject({ answer: 'declined' });
});

test.each(applicationStatuses.filter((status) => status !== 'admitted'))('nobody answers from %s', (status) => {
  for (const answer of [accept, decline]) {
    expect(() => answer(sampleDraft({ status }), admission, now)).toThrow(code('application.wrong-step'));
  }
});
