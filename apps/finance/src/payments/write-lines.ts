import { Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { placeText } from '../adjustments/term-rows.rules.js';
import type { SplitPart } from '../bank-files/payment-line.js';
import { groupBy } from '../subsidy-runs/dated-rows.rules.js';
import type { SubsidyRun } from '../subsidy-runs/subsidy-run.js';
import { referencesFrom } from './reference.rules.js';

interface Owed {
  readonly accountId: string;
  readonly person: string;
  readonly fen: number;
  readonly payable: boolean;
}

/**
 * The first line of everybody to whom a run owes something, in the order of their public numbers. Returns how many of
 * them wait to be paid; the others cannot be paid yet.
 */
export async function writeFirstLines(
  tx: Tx,
  { id, division, month }: Pick<SubsidyRun, 'id' | 'division' | 'month'>,
  now: Date,
): Promise<number> {
  const owed: Owed[] = await tx.query(
    `select account_id "accountId", person, net_fen::float8 "fen", payable from run_person
     where run_id = $1 and net_fen > 0 order by person collate "C"`,
    [id],
  );
  const payouts: { accountId: string; county: number; project: string; source: string; fen: number }[] = await tx.query(
    `select account_id "accountId", county, project, source, fen::float8 "fen" from run_payout where run_id = $1
     order by account_id, county, project collate "C", source collate "C"`,
    [id],
  );
  const splits = groupBy(payouts, ({ accountId }) => accountId);
  const references = referencesFrom(month, division, 1, owed.length);
  await tx.query(
    `insert into payment_line (reference, run_id, account_id, person, division, month, book_month, fen, split, state, created_at)
     select l.reference, $1, l.account_id, l.person, $2, $3, $3, l.fen, l.split, l.state, $4
     from unnest($5::text[], $6::text[], $7::text[], $8::bigint[], $9::jsonb[], $10::text[])
            as l (reference, account_id, person, fen, split, state)`,
    [
      ...[
        id,
        division,
        month,
        now,
        references,
        owed.map(({ accountId }) => accountId),
        owed.map(({ person }) => person),
      ],
      ...[
        owed.map(({ fen }) => fen),
        owed.map(({ accountId }) => JSON.stringify(splitOf(splits.get(accountId) ?? []))),
      ],
      owed.map(({ payable }) => (payable ? 'waiting' : 'not-payable')),
    ],
  );
  return owed.filter(({ payable }) => payable).length;
}

function splitOf(payouts: readonly { county: number; project: string; source: string; fen: number }[]): SplitPart[] {
  return payouts.map(({ county, project, source, fen }) => ({ county: placeText(county), project, source, fen }));
}

/** The first serial that is free for a county and month; the caller holds the lock of the county's payments. */
export async function nextSerial(tx: Tx, month: string, division: number): Promise<number> {
  const stem = `P${month.replace('-', '')}${placeText(division)}`;
  // A range, not a pattern: the last one is then one look into the index of the references.
  const [row]: { serial: number | null }[] = await tx.query(
    `select substr(max(reference), 14)::int serial from payment_line where reference > $1 and reference < $1 || 'a'`,
    [stem],
  );
  const serial = (row?.serial ?? 0) + 1;
  if (serial > 9_999_999) throw new Refusal('payment.references-used-up');
  return serial;
}
