import type { Fen } from '@xibu/domain';
import { type Account, type AccountId, accounts, type Purpose } from './account.js';
import type { Entry, Fund, PostingProblem, PostingProblemCode } from './posting.js';

/** Where the notice demands that earmarked money be used for nothing else. */
export const earmarkClause = '内团联发〔2023〕6号 第四部分第4条';

const byId: ReadonlyMap<string, Account> = new Map(accounts.map((account) => [account.id, account]));

/**
 * All that forbids a set of entries: it must sum to zero at every (county, project, source, budget year), and there again
 * within each purpose, so that no subsidy money leaves for office costs. Empty when it may be posted.
 */
export function postingProblems(entries: readonly Entry[]): PostingProblem[] {
  if (entries.length === 0) return [problem('empty', null, 0)];
  const malformed = entries.flatMap((entry) => {
    if (!byId.has(entry.account)) return [problem('unknown-account', fundOf(entry), entry.fen)];
    return Number.isSafeInteger(entry.fen) && entry.fen !== 0
      ? []
      : [problem('not-an-amount', fundOf(entry), entry.fen)];
  });
  if (malformed.length > 0) return malformed;
  const sums = new Map<string, { readonly fund: Fund; subsidy: bigint; office: bigint }>();
  for (const entry of entries) {
    const key = [entry.county, entry.project, entry.source, entry.budgetYear].join('\u0000');
    const sum = sums.get(key) ?? { fund: fundOf(entry), subsidy: 0n, office: 0n };
    sum[purposeOf(entry.account)] += BigInt(entry.fen);
    sums.set(key, sum);
  }
  return [...sums.values()].flatMap(({ fund, subsidy, office }) => {
    if (subsidy + office !== 0n) return [problem('unbalanced', fund, Number(subsidy + office))];
    return subsidy === 0n ? [] : [problem('earmarked', fund, Number(office))];
  });
}

export function purposeOf(account: AccountId): Purpose {
  const found = byId.get(account);
  if (!found) throw new RangeError(`there is no account ${account}`);
  return found.purpose;
}

/** The same entries the other way round: how a posting is taken back, since none is ever edited. */
export function reversal(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => ({ ...entry, fen: -entry.fen }));
}

/** Two entries that move an amount from one account to another at one place; none for an amount of 0. */
export function movement(fund: Fund, debit: AccountId, credit: AccountId, fen: Fen): Entry[] {
  if (fen === 0) return [];
  return [
    { ...fundOf(fund), account: debit, fen },
    { ...fundOf(fund), account: credit, fen: -fen },
  ];
}

type Place = Omit<Fund, 'budgetYear'>;

/** Lines of a run, when it is released: what is owed to volunteers and, for social insurance, to the agency. */
export function entriesOfLines(
  lines: readonly (Place & { readonly component: string; readonly fen: Fen })[],
  budgetYear: number,
): Entry[] {
  return lines.flatMap(({ component, fen, ...place }) => {
    const fund = { ...place, budgetYear };
    // What was withheld too much before is owed to the volunteer again.
    const debit = fen < 0 ? 'owed-to-volunteers' : 'withheld';
    if (component.startsWith('si-personal:')) return movement(fund, debit, 'owed-to-agency', fen);
    if (component.startsWith('si-employer:')) return movement(fund, 'employer-insurance', 'owed-to-agency', fen);
    return movement(fund, component === 'living' ? 'living-subsidy' : 'other-subsidy', 'owed-to-volunteers', fen);
  });
}

/**
 * What a run took off each source's part of a net: it is no longer owed to the volunteer but withheld. What stays on
 * `withheld` after a run is what its people carry to the next one.
 */
export function entriesOfWithholding(
  shares: readonly (Place & { readonly takenOffFen: Fen })[],
  budgetYear: number,
): Entry[] {
  return shares.flatMap(({ takenOffFen, ...place }) =>
    movement({ ...place, budgetYear }, 'owed-to-volunteers', 'withheld', takenOffFen),
  );
}

/** A payment that the bank accepted, by the split of its line. Its return is the reversal. */
export function entriesOfPayment(split: readonly (Place & { readonly fen: Fen })[], budgetYear: number): Entry[] {
  return split.flatMap(({ fen, ...place }) =>
    movement({ ...place, budgetYear }, 'owed-to-volunteers', 'subsidy-bank', fen),
  );
}

export interface Balance extends Fund {
  readonly account: AccountId;
  readonly fen: Fen;
}

/** Balances by account and fund, zeros left out, in order. */
export function balancesOf(entries: Iterable<Entry>): Balance[] {
  const sums = new Map<string, { readonly entry: Entry; sum: bigint }>();
  for (const entry of entries) {
    const key = [entry.account, entry.county, entry.project, entry.source, entry.budgetYear].join('\u0000');
    const known = sums.get(key);
    if (known) known.sum += BigInt(entry.fen);
    else sums.set(key, { entry, sum: BigInt(entry.fen) });
  }
  return [...sums]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .filter(([, { sum }]) => sum !== 0n)
    .map(([, { entry, sum }]) => ({ ...fundOf(entry), account: entry.account, fen: Number(sum) }));
}

function fundOf({ county, project, source, budgetYear }: Fund): Fund {
  return { county, project, source, budgetYear };
}

function problem(code: PostingProblemCode, fund: Fund | null, fen: Fen): PostingProblem {
  return { code, fund, fen, clause: code === 'earmarked' ? earmarkClause : null };
}
