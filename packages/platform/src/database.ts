import { type Actor, everywhere, Refusal } from '@xibu/domain';
import { hasRecorded, type Tx } from '@xibu/messaging';
import type { DataSource } from 'typeorm';
import { claimKey, claimKeys, keepAnswer, type RequestKey, settleKeys } from './idempotency.js';
import { PreparedClient } from './prepared-client.js';
import { asWorkOf, currentRequest, type RequestContext, serviceActor, visitor, withWorkOf } from './request-context.js';

/** PostgreSQL's own words for "somebody was faster, try again". */
const retriable = new Set(['40001', '40P01']);
const attempts = 3;

/** One request of many that are committed together. */
export interface Asked<Content> {
  readonly request: RequestContext;
  /** Id of the record that it changes: there the audit trail names who asked. No two of a batch change the same. */
  readonly row: string;
  readonly content: Content;
}

/**
 * The only way to the data. A use case is given this and nothing that could write outside the transaction. Within it,
 * row-level security shows just what the actor of the request may see; the settings are local to the transaction, so
 * that a pooled connection carries nobody's scope to the next.
 */
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly service: string,
    /** Called when facts have been committed. */
    private readonly afterFacts: () => void = () => undefined,
  ) {}

  /**
   * Commits what `work` did, or nothing. When the request brought an Idempotency-Key, the answer is kept beside the
   * effect: the same key gives the same answer without doing anything again.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.asked(work, (actor) => actor);
  }

  /**
   * The same for a step on one record that has to look beyond the actor's scope, for instance at the days that somebody
   * served in another county: every row is seen and may be written, so that `work` must check by itself whose record it
   * is. The audit trail still names the actor.
   */
  async beyondScope<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.asked(work, (actor) => ({ ...actor, divisions: everywhere }));
  }

  /**
   * Many requests in one transaction, each with its own key, its own answer and its own name in the audit trail. `work`
   * is given those whose keys are new and says of each, in the same order, what it answers or why not; a Refusal is the
   * answer of its request alone, anything thrown undoes all. Every row is seen and may be written, so that `work` must
   * ask of each record whose it is.
   */
  async together<Content, Answer>(
    asked: readonly Asked<Content>[],
    work: (tx: Tx, fresh: readonly Asked<Content>[]) => Promise<readonly (Answer | Refusal)[]>,
  ): Promise<readonly (Answer | Refusal)[]> {
    const action = asked[0]?.request.action ?? '';
    const commit = () => this.commit((tx) => this.eachInScope(tx, asked, work));
    const answers = await asWorkOf(this.service, action, () => this.retrying(commit));
    asked.forEach(({ request }, at) => {
      // What was refused gave its key back, and may be tried again for the same request.
      if (!(answers[at] instanceof Refusal)) nextStep(request);
    });
    return answers;
  }

  private async eachInScope<Content, Answer>(
    tx: Tx,
    asked: readonly Asked<Content>[],
    work: (tx: Tx, fresh: readonly Asked<Content>[]) => Promise<readonly (Answer | Refusal)[]>,
  ): Promise<readonly (Answer | Refusal)[]> {
    await sendScope(tx, serviceActor(this.service), { action: '', correlation: '' });
    await sendAuthors(tx, asked);
    const keyed = asked.filter(({ request }) => request.idempotency !== null);
    const claims = await claimKeys<Answer>(tx, keyed.map(keyOf));
    const outcomes = new Map<Asked<Content>, Answer | Refusal>();
    keyed.forEach((one, at) => {
      const claim = claims[at];
      if (claim) outcomes.set(one, claim instanceof Refusal ? claim : claim.answer);
    });
    const fresh = asked.filter((one) => !outcomes.has(one));
    const given = fresh.length === 0 ? [] : await work(tx, fresh);
    fresh.forEach((one, at) => {
      outcomes.set(one, given[at] as Answer | Refusal);
    });
    const claimed = fresh.filter(({ request }) => request.idempotency !== null);
    for (const [text, values] of settleKeys(claimed.map((one) => [keyOf(one), outcomes.get(one)]))) {
      await sendLater(tx, text, values);
    }
    return asked.map((one) => outcomes.get(one) as Answer | Refusal);
  }

  private async asked<T>(work: (tx: Tx) => Promise<T>, scopeOf: (actor: Actor) => Actor): Promise<T> {
    const request = currentRequest();
    if (!request) throw new Error('a transaction needs a request, a reaction or a schedule around it');
    const actor = scopeOf(request.actor ?? visitor);
    const step = nextStep(request);
    const inScope = (tx: Tx) => this.inScope(tx, actor, { request, step }, work);
    return this.retrying(() => withWorkOf(request, () => this.commit(inScope)));
  }

  /** The same with the rights of the service itself: for reactions and schedules. The caller's bus context stays. */
  async asService<T>(work: (tx: Tx) => Promise<T>, action = 'reaction'): Promise<T> {
    const actor = serviceActor(this.service);
    return this.retrying(() =>
      this.commit(async (tx) => {
        await sendScope(tx, actor, { action, correlation: currentRequest()?.correlation ?? '' });
        return work(tx);
      }),
    );
  }

  private async commit<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    let hasFacts = false;
    const answer = await this.source.transaction(async (tx) => {
      const done = await work(tx);
      hasFacts = hasRecorded(tx);
      return done;
    });
    if (hasFacts) this.afterFacts();
    return answer;
  }

  private async inScope<T>(
    tx: Tx,
    actor: Actor,
    { request, step }: { readonly request: RequestContext; readonly step: number },
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    await sendScope(tx, actor, request);
    if (!request.idempotency) return work(tx);
    const { key, digest } = request.idempotency;
    const kept = await claimKey<T>(tx, { account: actor.account, key, digest, step });
    const answer = kept ? kept.answer : await work(tx);
    if (!kept) await sendLater(tx, keepAnswer, [actor.account, key, step, JSON.stringify(answer ?? null)]);
    return answer;
  }

  private async retrying<T>(run: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run();
      } catch (error) {
        if (attempt === attempts || !retriable.has(sqlState(error))) throw error;
      }
    }
  }
}

/**
 * Which transaction of its request this is. Each has its number whatever becomes of it: if only those that succeed were
 * counted, a row that was refused the first time would be given the kept answer of its neighbour the second time.
 */
function nextStep({ idempotency }: RequestContext): number {
  if (!idempotency) return 0;
  idempotency.step += 1;
  return idempotency.step - 1;
}

/** The five-letter code of PostgreSQL, through TypeORM's wrapper; empty for any other error. */
export function sqlState(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('driverError' in error) return sqlState(error.driverError);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Travels with the next statement of the transaction, at the latest with its commit, which fails when this does. */
async function sendLater(tx: Tx, text: string, values: readonly unknown[]): Promise<void> {
  const client: unknown = await tx.queryRunner?.connect();
  if (!(client instanceof PreparedClient)) throw new Error('a transaction needs a connection of the platform');
  client.later(text, values);
}

async function sendScope(tx: Tx, actor: Actor, work: { action: string; correlation: string }): Promise<void> {
  await sendLater(
    tx,
    `select set_config('xibu.account', $1, true), set_config('xibu.division_from', $2, true),
            set_config('xibu.division_to', $3, true), set_config('xibu.university', $4, true),
            set_config('xibu.faculty', $5, true), set_config('xibu.unit', $6, true),
            set_config('xibu.action', $7, true), set_config('xibu.correlation', $8, true)`,
    [
      actor.account,
      String(actor.divisions?.from ?? ''),
      String(actor.divisions?.to ?? ''),
      ...[actor.university ?? '', actor.faculty ?? '', actor.unit ?? '', work.action, work.correlation],
    ],
  );
}

/** Who asked for the change of which row, for `record_changes`; what is not named here bears the name of the service. */
async function sendAuthors(tx: Tx, asked: readonly Asked<unknown>[]): Promise<void> {
  const authors = asked.map(({ row, request: { actor, action, correlation } }) => [
    row,
    [(actor ?? visitor).account, action, correlation],
  ]);
  await sendLater(tx, `select set_config('xibu.authors', $1, true)`, [JSON.stringify(Object.fromEntries(authors))]);
}

function keyOf({ request }: Asked<unknown>): RequestKey {
  if (!request.idempotency) throw new Error('a request without a key has none to claim');
  const { key, digest, step } = request.idempotency;
  return { account: (request.actor ?? visitor).account, key, digest, step };
}
