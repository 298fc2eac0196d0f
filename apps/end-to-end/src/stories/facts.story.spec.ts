import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DeliveryRow, MessageView } from '@xibu/domain/notifications/api';
import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { type Applicant, signUp } from './applicants.js';
import { eventually } from './eventually.js';
import { noOf } from './front-door.js';
import { openYear, ownFaculty, ownUniversity, password } from './programme-year.js';
import { StorySystem } from './story-system.js';

const system = new StorySystem();
let applicant: Applicant;
let operator: string;

beforeAll(async () => {
  await system.start();
  await openYear(system);
  operator = await system.door.sessionOf('operator', password);
  applicant = await signUp(system, { index: 1, university: ownUniversity, faculty: ownFaculty });
  await system.quiet(operator);
}, 180_000);
afterAll(() => system.stop(), 60_000);

const messages = '/api/notifications/messages/mine';
const own = async () => (await system.door.get<{ rows: MessageView[] }>(messages, applicant.session)).rows;
const of = async (template: string) => (await own()).filter((message) => message.template === template);

async function review(stage: 'faculty' | 'university', login: string): Promise<void> {
  const session = await system.door.sessionOf(login, password);
  const path = `/api/recruitment/applications/${applicant.applicationId}/${stage}-review`;
  const decision = { decision: 'pass', opinion: '情况属实，同意推荐' };
  await system.door.post(path, session, stage === 'faculty' ? { ...decision, talked: true } : decision);
}

test('a service that was killed answers 503 at once with a time to come back, and the others go on', async () => {
  await system.stack.kill('notifications');
  const began = performance.now();
  const asked = await Promise.all([
    system.door.ask('GET', messages, { session: applicant.session }),
    system.door.ask('GET', '/api/notifications/messages/unread', { session: applicant.session }),
    system.door.ask('POST', `/api/notifications/messages/${applicant.applicationId}/read`, {
      ...{ session: applicant.session, body: {} },
    }),
    system.door.ask('GET', '/api/notifications/operations/state', { session: operator }),
    system.door.ask('GET', '/api/placement/posts', { session: operator }),
  ]);
  expect(asked.map(noOf)).toEqual(Array.from(asked, () => '503 service.unavailable'));
  expect(asked.map(({ headers }) => Number(headers.get('retry-after')) > 0)).toEqual(Array.from(asked, () => true));
  expect(performance.now() - began).toBeLessThan(5000);
  const state = await eventually(
    'the state of the system says who is away',
    async () => JSON.parse((await system.door.ask('GET', '/api/status')).text) as Status,
    ({ services }) => services.some(({ name, isUp }) => name === 'notifications' && !isUp),
  );
  expect(state.services.find(({ name }) => name === 'recruitment')?.isUp).toBe(true);
  expect((await system.door.ask('GET', '/health/ready')).status).toBe(200);
});

interface Status {
  readonly services: readonly { readonly name: string; readonly isUp: boolean }[];
}

test('reviews go on while nobody hears of them, and the message is there exactly once when it is heard', async () => {
  await system.stack.kill('notifications');
  await review('faculty', `faculty-${ownUniversity}-1`);
  await review('university', `officer-${ownUniversity}`);
  const mine = '/api/recruitment/applications/mine';
  const [application] = await system.door.get<ApplicationView[]>(mine, applicant.session);
  expect(application?.status).toBe('university-passed');

  await system.stack.revive('notifications');
  const [message] = await eventually(
    'the message of the pass',
    () => of('university-passed'),
    ({ length }) => length > 0,
  );
  expect(message?.readAt).toBeNull();
  await system.quiet(operator);
  expect(await of('university-passed')).toHaveLength(1);
});

test('every message went by mail once, and the ledger says that it arrived', async () => {
  const ledger = '/api/notifications/deliveries?limit=200';
  const rows = await eventually(
    'all deliveries are done',
    async () => (await system.door.get<{ rows: DeliveryRow[] }>(ledger, operator)).rows,
    (deliveries) => deliveries.length > 0 && deliveries.every(({ status }) => status === 'delivered'),
  );
  const mails = rows.filter(({ channel, template }) => channel === 'email' && template === 'university-passed');
  expect(mails).toHaveLength(1);
  const subject = mails[0]?.subject ?? 'nothing';
  const inbox = await (await fetch(`${system.stack.mailUrl}/?q=${encodeURIComponent(applicant.form.email)}`)).text();
  expect(inbox.split(`${subject}</h2>`)).toHaveLength(2);
});

test('killed and started again, it tells nobody anything twice', async () => {
  const before = (await own()).map(({ id, template }) => `${template} ${id}`).sort();
  expect(before.length).toBeGreaterThanOrEqual(2);
  await system.stack.kill('notifications');
  await system.stack.revive('notifications');
  await system.quiet(operator);
  expect((await own()).map(({ id, template }) => `${template} ${id}`).sort()).toEqual(before);
});
