import { addMonths, firstDayOf, type Month } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { placeText } from '../adjustments/term-rows.rules.js';
import { figuresOf, obstaclesOf } from '../bank-files/month-close.rules.js';
import type { SplitPart } from '../bank-files/payment-line.js';
import { readLines, type StoredLine } from '../payments/payment-lines.js';
import { computeRun } from '../subsidy-runs/month-pay.rules.js';
import { storedInputs } from '../subsidy-runs/stored-run.js';
import type { OfficeMonth } from './close-month.rules.js';

/**
 * The books of a county's month, each figure from its own source: payouts recomputed by the rules, payouts as they were
 * frozen, lines with what banks said of them, and the lines in released files. A line that was carried over from a closed
 * month is due here a second time, together with what pays it again.
 */
export async function readBooks(tx: Tx, division: number, month: Month): Promise<OfficeMonth> {
  const [known]: { id: string; released: boolean }[] = await tx.query(
    'select id, release_seq is not null released from subsidy_run where division = $1 and month = $2',
    [division, month],
  );
  const run = known?.released ? known : null;
  const computed = run ? computeRun(await storedInputs(tx, run.id)).payouts : [];
  const approved = run ? await frozenPayouts(tx, run.id) : [];
  const lines = await readLines(tx, 'l.division = $1 and l.book_month = $2', [division, month]);
  const carried = await readLines(
    tx,
    'exists (select from carried_line c where c.reference = l.reference and c.division = $1 and c.into_month = $2)',
    [division, month],
  );
  const again = carried.flatMap((line) => line.split);
  const all = [...carried, ...lines];
  const filed = await filedLines(tx, all);
  const figures = figuresOf({
    computed: [...computed, ...again],
    approved: [...approved, ...again],
    lines: all,
    filed,
  });
  const people = await peopleOf(tx, division, month);
  return {
    division,
    month,
    figures,
    obstacles: obstaclesOf({ figures, lines: all, ...people }),
    runOpen: known ? !known.released : await anybodyServed(tx, division, month),
  };
}

async function frozenPayouts(tx: Tx, runId: string): Promise<SplitPart[]> {
  const rows: (Omit<SplitPart, 'county'> & { county: number })[] = await tx.query(
    'select county, project, source, fen::float8 "fen" from run_payout where run_id = $1',
    [runId],
  );
  return rows.map(({ county, ...part }) => ({ ...part, county: placeText(county) }));
}

/** As they stand in the frozen files, not as the lines say. */
async function filedLines(tx: Tx, lines: readonly StoredLine[]): Promise<{ reference: string; split: SplitPart[] }[]> {
  return tx.query(
    `select f.reference, f.split from batch_line f join batch b on b.id = f.batch_id
     where f.reference = any($1) and b.status = 'released'`,
    [lines.map(({ reference }) => reference)],
  );
}

/**
 * Everybody in service who belongs to the county at the end of the month, and where they stand. Whoever moved late may
 * have been paid for the month by the county before.
 */
async function peopleOf(tx: Tx, division: number, month: Month) {
  const inService: { accountId: string; paid: boolean }[] = await tx.query(
    `select account_id "accountId",
            exists (select from run_person p join subsidy_run r on r.id = p.run_id
                    where p.account_id = last.account_id and p.in_pay and r.month = $4 and r.release_seq is not null) paid
     from (
       select distinct on (account_id) account_id, division, least(coalesce(to_day, $2::date), $2::date) - 1 last_day
       from service_span
       where from_day < $2::date and account_id in (select account_id from service_span where division = $3)
       order by account_id, least(coalesce(to_day, $2::date), $2::date) desc, from_day desc, volunteer_id) last
     where division = $3 and last_day >= $1::date`,
    [firstDayOf(month), firstDayOf(addMonths(month, 1)), division, month],
  );
  const exceptions: { person: string | null; settled: boolean }[] = await tx.query(
    `select account_id person, state = 'settled' settled from pay_exception where division = $1 and month = $2`,
    [division, month],
  );
  return {
    inService: inService.map(({ accountId }) => accountId),
    inPay: inService.flatMap(({ accountId, paid }) => (paid ? [accountId] : [])),
    exceptions: exceptions.flatMap(({ person, settled }) => (person === null ? [] : [{ person, settled }])),
    openExceptions: exceptions.filter(({ settled }) => !settled).length,
  };
}

/** A month with people in service and no run at all is not accounted for, whatever its sums say. */
async function anybodyServed(tx: Tx, division: number, month: Month): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select from service_span where division = $1 and from_day < $3::date and (to_day is null or to_day > $2::date)
     limit 1`,
    [division, firstDayOf(month), firstDayOf(addMonths(month, 1))],
  );
  return rows.length > 0;
}
