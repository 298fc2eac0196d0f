import { type Actor, type Month, Refusal } from '@xibu/domain';
import { newId, type Tx } from '@xibu/platform';
import type { Entry } from './posting.js';
import { balancesOf, postingProblems, purposeOf } from './posting.rules.js';

/** What a posting is for; kind and subject together happen once. */
export interface PostingSubject {
  readonly kind: 'arrival' | 'arrival-reversed' | 'spending' | 'release' | 'bank-answer';
  readonly subject: string;
  /** The office in whose books it stands. */
  readonly division: number;
  readonly bookMonth: Month;
  readonly words: string;
}

/** Writes a posting, its entries summed by account and fund; one that comes to nothing is not written. */
export async function post(
  tx: Tx,
  of: PostingSubject,
  entries: readonly Entry[],
  { account }: Pick<Actor, 'account'>,
  now: Date,
): Promise<void> {
  const summed = balancesOf(entries);
  if (summed.length === 0) return;
  const [problem] = postingProblems(summed);
  if (problem?.code === 'earmarked') {
    throw new Refusal('ledger.earmarked', { pointer: '/account', clause: problem.clause ?? '' });
  }
  if (problem) throw new Error(`${of.kind} ${of.subject} is no posting: ${problem.code} by ${problem.fen} fen`);
  const id = newId(now);
  await tx.query(
    `insert into ledger_posting (id, kind, subject, division, book_month, posted_at, posted_by, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, of.kind, of.subject, of.division, of.bookMonth, now, account, of.words],
  );
  await tx.query(
    `insert into ledger_entry (posting_id, division, account, purpose, county, project, source, budget_year, fen)
     select $1, $2, e.account, e.purpose, e.county, e.project, e.source, e.budget_year, e.fen
     from unnest($3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::int[], $9::bigint[])
            with ordinality as e (account, purpose, county, project, source, budget_year, fen, position)
     order by e.position`,
    [
      ...[id, of.division, summed.map((entry) => entry.account), summed.map((entry) => purposeOf(entry.account))],
      ...[summed.map((entry) => Number(entry.county)), summed.map((entry) => entry.project)],
      ...[
        summed.map((entry) => entry.source),
        summed.map((entry) => entry.budgetYear),
        summed.map((entry) => entry.fen),
      ],
    ],
  );
}

/** The budget that bears a month: its calendar year, so that a programme year straddles two (August to December, January to July). */
export function budgetYearOf(month: Month): number {
  return Number(month.slice(0, 4));
}
