import type { Databases } from '@xibu/end-to-end/season/invariants/databases';
import type { Entry } from './history.js';

/** Something that must hold after healing, whatever broke. One sentence for each violation. */
export interface Checker {
  readonly name: string;
  check(history: readonly Entry[], databases: Databases): Promise<string[]>;
}

/** Longest that anybody may be left without an answer. */
const hangMs = 15_000;

interface Acknowledged {
  readonly person: number;
  readonly answer: { readonly id?: string; readonly number?: string | null };
}

function acknowledged(history: readonly Entry[], kind: Entry['kind']): Acknowledged[] {
  return history.filter((entry) => entry.event === 'ok' && entry.kind === kind) as unknown as Acknowledged[];
}

const everyAnswerIsStored: Checker = {
  name: 'every acknowledged command is in the store',
  async check(history, databases) {
    const accounts = await databases.rows<{ id: string }>('programme', 'select id from account');
    const known = new Set(accounts.map(({ id }) => id));
    const applications = await databases.rows<{ id: string; status: string; number: string | null }>(
      'recruitment',
      'select id, status, number from application',
    );
    const byId = new Map(applications.map((row) => [row.id, row]));
    return [
      ...acknowledged(history, 'register')
        .filter(({ answer }) => !known.has(answer.id ?? ''))
        .map(({ person }) => `the account of person ${person} was acknowledged and is not there`),
      ...acknowledged(history, 'start')
        .filter(({ answer }) => !byId.has(answer.id ?? ''))
        .map(({ person }) => `the application of person ${person} was acknowledged and is not there`),
      ...acknowledged(history, 'submit')
        .filter(({ answer }) => !answer.number || byId.get(answer.id ?? '')?.number !== answer.number)
        .map(({ person, answer }) => `the submission ${answer.number} of person ${person} is not there`),
    ];
  },
};

const nothingIsDoneTwice: Checker = {
  name: 'nothing is done twice, and a key has one answer',
  async check(history, databases) {
    const answers = new Map<string, Set<string>>();
    for (const { event, key, kind, answer } of history) {
      // Each sign-in is a session of its own, whatever came before.
      if (event !== 'ok' || kind === 'sign-in') continue;
      answers.set(key, (answers.get(key) ?? new Set()).add(JSON.stringify(answer)));
    }
    const started = new Set(history.filter(({ kind }) => kind === 'start').map(({ person }) => person)).size;
    const [counts] = await databases.rows<{ applications: number; people: number }>(
      'recruitment',
      'select count(*)::int applications, count(distinct account_id)::int people from application',
    );
    const wrong = [...answers].filter(([, said]) => said.size > 1).map(([key]) => `the key ${key} had two answers`);
    if (counts && counts.applications !== counts.people) wrong.push(`${counts.applications} forms of ${counts.people}`);
    if (counts && counts.applications > started)
      wrong.push(`${counts.applications} forms, and ${started} were started`);
    return wrong;
  },
};

/** Kinds that carry an Idempotency-Key, and the service that keeps it beside what was done. */
const keepers = { register: 'programme', start: 'recruitment', draft: 'recruitment', submit: 'recruitment' } as const;

const everyKeyIsKept: Checker = {
  name: 'the key of every acknowledged command is kept once, with its answer',
  async check(history, databases) {
    const wrong: string[] = [];
    for (const service of ['programme', 'recruitment'] as const) {
      const rows = await databases.rows<{ key: string; n: number }>(
        service,
        'select key, count(*)::int n from idempotency_key where step = 0 and answer is not null group by 1',
      );
      const kept = new Map(rows.map(({ key, n }) => [key, n]));
      const acknowledged = history.filter(
        ({ event, kind }) => event === 'ok' && kind !== 'sign-in' && keepers[kind] === service,
      );
      wrong.push(
        ...acknowledged
          .filter(({ key }) => kept.get(key) !== 1)
          .map(({ key, kind, person }) => `${kind} of person ${person}: its key is kept ${kept.get(key) ?? 0} times`),
      );
    }
    return wrong;
  },
};

const nothingIsMadeUp: Checker = {
  name: 'nobody has heard a fact that nobody has committed',
  async check(_history, databases) {
    const told = new Set<string>();
    const heard = new Map<string, string[]>();
    for (const service of databases.known()) {
      const outbox = await databases.rows<{ fact_id: string }>(service, 'select fact_id from outbox');
      for (const { fact_id } of outbox) told.add(fact_id);
      const inbox = await databases.rows<{ fact_id: string }>(service, 'select fact_id from inbox');
      heard.set(
        service,
        inbox.map(({ fact_id }) => fact_id),
      );
    }
    return [...heard].flatMap(([service, facts]) =>
      facts.filter((id) => !told.has(id)).map((id) => `${service} has heard ${id}, which stands in no outbox`),
    );
  },
};

const factsAreTheEffects: Checker = {
  name: 'the outbox holds one fact for each submission, and none for anything else',
  async check(_history, databases) {
    const wrong = await databases.rows<{ id: string; facts: number }>(
      'recruitment',
      `select coalesce(a.id::text, o.key) id, count(o.key)::int facts
       from (select id from application where submitted_at is not null) a
       full join (select key from outbox where type = 'recruitment.application.submitted.v1') o on o.key = a.id::text
       group by 1 having count(o.key) <> 1 or count(a.id) <> 1`,
    );
    return wrong.map(({ id, facts }) => `${facts} facts tell of the submission of ${id}`);
  },
};

const everybodyIsToldOnce: Checker = {
  name: 'whoever submitted is told so once',
  async check(_history, databases) {
    const submitted = await databases.rows<{ account: string }>(
      'recruitment',
      'select account_id account from application where submitted_at is not null',
    );
    const messages = await databases.rows<{ account: string; n: number }>(
      'notifications',
      `select account, count(*)::int n from message where template = 'application-submitted' group by 1`,
    );
    const told = new Map(messages.map(({ account, n }) => [account, n]));
    return submitted
      .filter(({ account }) => told.get(account) !== 1)
      .map(({ account }) => `${account} submitted and was told ${told.get(account) ?? 0} times`);
  },
};

const answersAreHonest: Checker = {
  name: 'while something is away the answer is 503 with Retry-After and a sentence; never a fault, never a hang',
  async check(history) {
    const answers = history.filter(({ event }) => event === 'unknown');
    const say = ({ kind, status, ms }: Entry, what: string) => `${kind} was answered ${status} after ${ms} ms: ${what}`;
    return [
      ...answers.filter(({ status }) => status !== 0 && status !== 503).map((entry) => say(entry, 'a fault')),
      ...answers
        .filter(({ status, isPolite }) => status === 503 && !isPolite)
        .map((entry) => say(entry, 'without a word of when to come again, or why')),
      ...history.filter(({ ms = 0 }) => ms > hangMs).map((entry) => say(entry, 'a hang')),
    ];
  },
};

const nothingIsRefused: Checker = {
  name: 'nobody is refused what is right',
  async check(history) {
    return history
      .filter(({ event }) => event === 'fail')
      .map(({ kind, person, answer }) => `${kind} of person ${person}: ${JSON.stringify(answer)}`);
  },
};

export const checkers: readonly Checker[] = [
  ...[everyAnswerIsStored, nothingIsDoneTwice, everyKeyIsKept, factsAreTheEffects, nothingIsMadeUp],
  ...[everybodyIsToldOnce, answersAreHonest, nothingIsRefused],
];
