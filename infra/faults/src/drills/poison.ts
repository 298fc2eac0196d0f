import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { at, season } from '@xibu/end-to-end/season/calendar';
import { Client } from '@xibu/end-to-end/season/client';
import { moveTo, quiet } from '@xibu/end-to-end/season/clock';
import type { Databases } from '@xibu/end-to-end/season/invariants/databases';
import { foundation } from '@xibu/end-to-end/season/steps/01-foundation';
import { openSeason } from '@xibu/end-to-end/season/steps/02-season';
import { officePassword } from '@xibu/end-to-end/season/world';
import { factId, type Message, openBus } from '@xibu/messaging';
import { Applicant } from '../applicant.js';
import { checkers } from '../checkers.js';
import { busOf } from '../fact-logs.js';
import { History } from '../history.js';
import { silent } from '../silent.js';
import type { Stage, Story } from '../story.js';

/** People who sign up meanwhile, at once. */
const lanes = 6;
/** Longest that a fact may be tried before it is parked, or that a request of an operator may wait. */
const patienceMs = 90_000;
const hears = 'notifications';
const submitted = 'recruitment.application.submitted.v1';

/** What a producer tells that is wrong, or too early, while people sign up. */
export const poison: Story = {
  name: 'poison',
  what: 'a fact that can never be applied, and one whose parent has not come yet, are put on the bus from outside',
  buses: ['kafka', 'embedded'],
  applicants: 3_000,
  before: [foundation, openSeason],
  async play(stage) {
    const { world, databases } = stage;
    await moveTo(world, at('2023-04-14'));
    const folder = mkdtempSync(join(tmpdir(), 'xibu-poison-'));
    const history = new History(join(folder, 'history.jsonl'));
    const comers = world.applicants.values();
    let over = false;
    const signingUp = Promise.allSettled(
      Array.from({ length: lanes }, async () => {
        for (let next = comers.next(); !over && next.value; next = comers.next()) {
          await new Applicant(stage.stack.url, next.value.person, history).signUp(season);
        }
      }),
    );
    try {
      await strike(stage);
    } finally {
      over = true;
    }
    const gaveUp = (await signingUp).flatMap((lane) => (lane.status === 'rejected' ? [String(lane.reason)] : []));
    await quiet(world);
    const entries = history.read();
    history.close();
    rmSync(folder, { recursive: true, force: true });
    // What came from outside was heard and never committed: on purpose, here.
    const looked = checkers.filter(({ name }) => !name.startsWith('nobody has heard'));
    const wrong = await Promise.all(looked.map(({ check }) => check(entries, databases)));
    return [...gaveUp, ...wrong.flat()];
  },
};

async function strike({ stack, databases, say }: Stage): Promise<void> {
  const operator = await new Client(stack.url).signIn('operator', officePassword);
  const bus = await openBus(busOf(stack), silent);
  const faulty = bus.publisher({ service: 'recruitment' });
  try {
    const [never, early, late] = [randomUUID(), randomUUID(), randomUUID()];
    // Nobody has this account; the next of its key could be applied, once its person is known.
    const [impossible, successor] = [submissionOf(never, randomUUID()), submissionOf(never, late)];
    const orphan = submissionOf(early, late);
    const facts = [impossible, successor, orphan].map(idOf);
    await faulty.publish([impossible, successor, orphan]);
    const parked = await until(
      () => parkedOf(operator, facts),
      (items) => items.length === facts.length,
    );
    const reasons = facts.map((id) => parked.find(({ factId: own }) => own === id)?.reason);
    if (reasons.join() !== 'failed,behind,failed') throw new Error(`parked as ${reasons.join()}`);
    say('the impossible fact is parked, its successor waits behind it, the early one is parked');
    const before = await tellings(databases);
    await until(
      () => tellings(databases),
      (now) => now > before + 5,
    );
    say('everybody else is told as before');
    await faulty.publish([contactOf(late)]);
    await until(
      () => contactsOf(databases, late),
      (count) => count === 1,
    );
    await mend(operator, parked, facts);
    const messages = await messagesOf(databases, late);
    if (messages !== 2) throw new Error(`${messages} messages of the two facts that could be applied`);
    say('dropped; nothing is parked, and what waited was applied once');
  } finally {
    await faulty.close();
    await bus.close();
  }
}

/** The operator asks for everything again, sees what fails for good, and gives that up with a reason. */
async function mend(operator: Client, parked: readonly Parked[], facts: readonly string[]): Promise<void> {
  const path = `/api/${hears}/operations/parked`;
  const ids = parked.map(({ id }) => id);
  const { retried } = await operator.post<{ retried: number }>(`${path}/retry`, { ids });
  // What came too early may have been tried again by itself meanwhile.
  if (retried < ids.length - 1) throw new Error(`${retried} facts were tried again`);
  const left = await until(() => parkedOf(operator, facts), isTriedAgain);
  const hopeless = left.find(({ factId: own }) => own === facts[0]);
  await operator.post(`${path}/${hopeless?.id}/drop`, { reason: 'the account never existed' });
  await until(
    () => parkedOf(operator, facts),
    (items) => items.length === 0,
  );
}

interface Parked {
  readonly id: string;
  readonly factId: string | null;
  readonly reason: string;
  readonly retryRequestedAt: string | null;
}

/** The early one has gone; the impossible one has failed again. */
function isTriedAgain(items: readonly Parked[]): boolean {
  return items.length === 2 && items.every(({ retryRequestedAt }) => retryRequestedAt === null);
}

async function parkedOf(operator: Client, facts: readonly string[]): Promise<Parked[]> {
  const { items } = await operator.get<{ items: Parked[] }>(`/api/${hears}/operations/parked`);
  return items.filter(({ factId: id }) => id !== null && facts.includes(id));
}

async function until<Seen>(look: () => Promise<Seen>, isRight: (seen: Seen) => boolean): Promise<Seen> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (isRight(seen)) return seen;
    if (performance.now() > end) throw new Error(`not within ${patienceMs} ms; last seen ${JSON.stringify(seen)}`);
    await pause(100);
  }
}

async function tellings(databases: Databases): Promise<number> {
  return count(databases, `select count(*)::int n from message where template = 'application-submitted'`);
}

function contactsOf(databases: Databases, account: string): Promise<number> {
  return count(databases, 'select count(*)::int n from contact where account = $1', account);
}

function messagesOf(databases: Databases, account: string): Promise<number> {
  return count(databases, 'select count(*)::int n from message where account = $1', account);
}

async function count(databases: Databases, sql: string, ...values: readonly string[]): Promise<number> {
  const [row] = await databases.rows<{ n: number }>(hears, sql, values);
  return row?.n ?? 0;
}

/** Of the right shape; whether there is such an account is another question. */
function submissionOf(applicationId: string, accountId: string): Message {
  const office = { season: '2023-2024', university: '4115010126', faculty: '文学院' };
  return messageOf('recruitment', submitted, applicationId, {
    ...{ applicationId, accountId, ...office, number: '2023-15-999999' },
  });
}

function contactOf(accountId: string): Message {
  return messageOf('programme', 'programme.contact.changed.v1', accountId, {
    ...{ accountId, officeId: null, roles: ['person'], name: '迟到', email: null, mobile: null, language: 'zh' },
  });
}

function messageOf(source: string, type: string, key: string, data: object): Message {
  const now = new Date();
  return {
    ...{ topic: type.split('.').slice(0, 2).join('.'), key, value: JSON.stringify(data) },
    headers: {
      ...{
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: factId(now),
        ce_source: `/xibu/${source}`,
      },
      ...{
        ce_type: type,
        ce_subject: key,
        ce_time: now.toISOString(),
        ce_actor: 'nemesis',
        ce_correlation: randomUUID(),
      },
    },
  };
}

function idOf({ headers }: Message): string {
  return headers['ce_id'] ?? '';
}
