import type { Tx } from '@xibu/platform';
import { ownerOf } from '../exceptions/exception-owner.rules.js';
import { computePerson } from './month-pay.rules.js';
import type { PersonInputs } from './run-inputs.js';
import type { PersonResult } from './run-result.js';
import { indexTables } from './run-tables.rules.js';
import type { StoredFrame } from './stored-run.js';

interface Computed {
  readonly accountId: string;
  readonly result: PersonResult;
}

/**
 * Computes one chunk of a frozen run and stores its result, all or nothing. A chunk that was computed before is left as
 * it is, so that a calculation which was cut off goes on where it stopped. Returns how many people were computed.
 */
export async function computeChunk(tx: Tx, frame: StoredFrame, chunk: number, now: Date): Promise<number> {
  const { runId, settings, tables, division, month } = frame;
  const rows: { accountId: string; inputs: PersonInputs }[] = await tx.query(
    `select account_id "accountId", inputs from run_person where run_id = $1 and chunk = $2 and not computed
     order by person collate "C" for update`,
    [runId, chunk],
  );
  if (rows.length === 0) return 0;
  const indexed = indexTables(tables, settings.required);
  const computed = rows.map(({ accountId, inputs }) => ({
    accountId,
    result: computePerson(inputs, indexed, settings),
  }));
  await writeLines(tx, runId, division, computed);
  await writePayouts(tx, runId, division, computed);
  await writeExceptions(tx, runId, { division, month, now }, computed);
  await writePay(tx, runId, computed);
  return rows.length;
}

async function writeLines(tx: Tx, runId: string, division: number, computed: readonly Computed[]): Promise<void> {
  const lines = computed.flatMap(({ accountId, result }) => result.lines.map((line) => ({ ...line, accountId })));
  await tx.query(
    `insert into run_line (run_id, division, account_id, month, component, county, project, source, fen)
     select $1, $2, l.* from unnest($3::text[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[], $9::bigint[])
       as l (account_id, month, component, county, project, source, fen)
     on conflict do nothing`,
    [
      ...[runId, division, lines.map((each) => each.accountId), lines.map((each) => each.month)],
      ...[lines.map((each) => each.component), lines.map((each) => Number(each.county))],
      ...[lines.map((each) => each.project), lines.map((each) => each.source), lines.map((each) => each.fen)],
    ],
  );
}

async function writePayouts(tx: Tx, runId: string, division: number, computed: readonly Computed[]): Promise<void> {
  const payouts = computed.flatMap(({ accountId, result }) => result.payouts.map((each) => ({ ...each, accountId })));
  await tx.query(
    `insert into run_payout (run_id, division, account_id, county, project, source, fen)
     select $1, $2, p.* from unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::bigint[])
       as p (account_id, county, project, source, fen)
     on conflict do nothing`,
    [
      ...[runId, division, payouts.map((each) => each.accountId), payouts.map((each) => Number(each.county))],
      ...[payouts.map((each) => each.project), payouts.map((each) => each.source), payouts.map((each) => each.fen)],
    ],
  );
}

async function writeExceptions(
  tx: Tx,
  runId: string,
  { division, month, now }: { readonly division: number; readonly month: string; readonly now: Date },
  computed: readonly Computed[],
): Promise<void> {
  const found = computed.flatMap(({ accountId, result }) => result.exceptions.map((each) => ({ ...each, accountId })));
  if (found.length === 0) return;
  await tx.query(
    `insert into pay_exception (id, division, month, origin, run_id, account_id, person, code, detail, owner, state,
                                opened_at, version)
     select gen_random_uuid(), $2, $3, 'run', $1, e.account_id, e.person, e.code, e.detail, e.owner, 'open', $4, 1
     from unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
            as e (account_id, person, code, detail, owner)`,
    [
      ...[runId, division, month, now, found.map((each) => each.accountId), found.map((each) => each.person)],
      ...[found.map((each) => each.code), found.map((each) => each.detail)],
      found.map((each) => ownerOf(each.code, division)),
    ],
  );
}

async function writePay(tx: Tx, runId: string, computed: readonly Computed[]): Promise<void> {
  const pay = computed.map(({ result }) => result.pay);
  await tx.query(
    `update run_person r set computed = true, in_pay = c.in_pay, gross_fen = c.gross, personal_fen = c.personal,
       carry_in_fen = c.carry_in, net_fen = c.net, carry_out_fen = c.carry_out, employer_fen = c.employer,
       payable = c.payable
     from unnest($2::text[], $3::boolean[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
                 $9::bigint[], $10::boolean[])
            as c (account_id, in_pay, gross, personal, carry_in, net, carry_out, employer, payable)
     where r.run_id = $1 and r.account_id = c.account_id`,
    [
      ...[runId, computed.map(({ accountId }) => accountId), pay.map((row) => row !== null)],
      ...[pay.map((row) => row?.grossFen), pay.map((row) => row?.personalFen), pay.map((row) => row?.carryInFen)],
      ...[pay.map((row) => row?.netFen), pay.map((row) => row?.carryOutFen), pay.map((row) => row?.employerFen)],
      pay.map((row) => row?.payable),
    ],
  );
}
