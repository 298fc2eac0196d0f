import { Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/messaging';

/** The key of one step of a request, and the keyed digest of what came with it. */
export interface RequestKey {
  readonly account: string;
  readonly key: string;
  readonly step: number;
  readonly digest: string;
}

/** What a key answered before. */
export interface Kept<Answer> {
  readonly answer: Answer;
}

export const keepAnswer = 'update idempotency_key set answer = $4 where account = $1 and key = $2 and step = $3';

/** Takes the key for this request, or finds what it answered before. Two at once wait for each other on the row. */
export async function claimKey<Answer>(tx: Tx, wanted: RequestKey): Promise<Kept<Answer> | null> {
  const { account, key, step, digest } = wanted;
  const claimed: unknown[] = await tx.query(
    `insert into idempotency_key (account, key, step, digest) values ($1, $2, $3, $4)
     on conflict do nothing returning 1`,
    [account, key, step, digest],
  );
  if (claimed.length > 0) return null;
  const [kept]: { digest: string; answer: Answer }[] = await tx.query(
    'select digest, answer from idempotency_key where account = $1 and key = $2 and step = $3',
    [account, key, step],
  );
  if (kept?.digest !== digest) throw new Refusal('idempotency.key-reused');
  return kept;
}

/**
 * The same for many requests at once, no two of them alike: null for a key that was taken now, else what it answered, or
 * the Refusal of one that came with another content. In the order of the keys, so that two batches never wait for each
 * other in a circle.
 */
export async function claimKeys<Answer>(
  tx: Tx,
  wanted: readonly RequestKey[],
): Promise<(Kept<Answer> | Refusal | null)[]> {
  if (wanted.length === 0) return [];
  const claimed: RequestKey[] = await tx.query(
    `insert into idempotency_key (account, key, step, digest)
     select account, key, step, digest from unnest($1::text[], $2::text[], $3::int[], $4::text[])
            as w (account, key, step, digest) order by account, key, step
     on conflict do nothing returning account, key, step, digest`,
    [...columnsOf(wanted), wanted.map(({ digest }) => digest)],
  );
  const taken = new Map(claimed.map((one) => [nameOf(one), one.digest]));
  // Two requests with one key and different contents may come together: only one of them has taken it.
  const rest = wanted.filter((one) => taken.get(nameOf(one)) !== one.digest);
  const kept = rest.length === 0 ? new Map<string, KeptRow<Answer>>() : await readKeys<Answer>(tx, rest);
  return wanted.map((one) => {
    if (taken.get(nameOf(one)) === one.digest) return null;
    const found = kept.get(nameOf(one));
    return found?.digest === one.digest ? found : new Refusal('idempotency.key-reused');
  });
}

type KeptRow<Answer> = RequestKey & Kept<Answer>;

async function readKeys<Answer>(tx: Tx, wanted: readonly RequestKey[]): Promise<Map<string, KeptRow<Answer>>> {
  const rows: KeptRow<Answer>[] = await tx.query(
    `select i.account, i.key, i.step, i.digest, i.answer
     from unnest($1::text[], $2::text[], $3::int[]) as w (account, key, step)
     join idempotency_key i on (i.account, i.key, i.step) = (w.account, w.key, w.step)`,
    columnsOf(wanted),
  );
  return new Map(rows.map((row) => [nameOf(row), row]));
}

/** Keeps each answer beside its key, and gives back the keys of what was refused, so that they may be tried again. */
export function settleKeys(answered: readonly (readonly [RequestKey, answer: unknown])[]): [string, unknown[]][] {
  const kept = answered.filter(([, answer]) => !(answer instanceof Refusal));
  const back = answered.filter(([, answer]) => answer instanceof Refusal).map(([key]) => key);
  const statements: [string, unknown[]][] = [];
  if (kept.length > 0) {
    const answers = kept.map(([, answer]) => JSON.stringify(answer ?? null));
    statements.push([
      `update idempotency_key i set answer = w.answer::jsonb
       from unnest($1::text[], $2::text[], $3::int[], $4::text[]) as w (account, key, step, answer)
       where (i.account, i.key, i.step) = (w.account, w.key, w.step)`,
      [...columnsOf(kept.map(([key]) => key)), answers],
    ]);
  }
  if (back.length > 0) {
    statements.push([
      `delete from idempotency_key i using unnest($1::text[], $2::text[], $3::int[]) as w (account, key, step)
       where (i.account, i.key, i.step) = (w.account, w.key, w.step)`,
      columnsOf(back),
    ]);
  }
  return statements;
}

function columnsOf(keys: readonly RequestKey[]): unknown[] {
  return [keys.map(({ account }) => account), keys.map(({ key }) => key), keys.map(({ step }) => step)];
}

function nameOf({ account, key, step }: RequestKey): string {
  return `${account}\n${key}\n${step}`;
}
