import type { Tx } from '@xibu/platform';
import { ownerOf } from '../exceptions/exception-owner.rules.js';
import { computePerson } from './month-pay.rules.js';
import type { PersonInputs } from './run-inputs.js';
import type { Payout, PayRow, PersonLine, PersonResult } from './run-result.js';
import { indexTables } from './run-tables.rules.js';
import type { StoredFrame } from './stored-run.js';
import { arrayOf, textColumn } from './text-columns.js';

interface Computed {
  readonly accountId: string;
  readonly result: PersonResult;
}

/**
 * Computes one chunk of a frozen run and stores its result, all or nothing. A chunk that was computed before is left as
 * it is, so that a calculation which was cut off goes on where it stopped. Returns what it wrote, in the order of people;
 * null for a chunk that was computed before.
 */
export async function computeChunk(
  tx: Tx,
  frame: StoredFrame,
  chunk: number,
  now: Date,
): Promise<PersonResult[] | null> {
  const { runId, settings, tables, division, month } = frame;
  const rows: { accountId: string; inputs: PersonInputs }[] = await tx.query(
    `select account_id "accountId", inputs from run_person where run_id = $1 and chunk = $2 and not computed
     order by person collate "C" for update`,
    [runId, chunk],
  );
  if (rows.length === 0) return null;
  const indexed = indexTables(tables, settings.required);
  const computed = rows.map(({ accountId, inputs }) => ({
    accountId,
    result: computePerson(inputs, indexed, settings),
  }));
  await writeLines(tx, runId, division, computed);
  await writePayouts(tx, runId, division, computed);
  await writeExceptions(tx, runId, { division, month, now }, computed);
  await writePay(tx, runId, computed);
  return computed.map(({ result }) => result);
}

/** Of a chunk that is not computed nothing is stored, so a row that stands there already is a fault. */
async function writeLines(tx: Tx, runId: string, division: number, computed: readonly Computed[]): Promise<void> {
  const lines = computed.flatMap(({ result }) => result.lines);
  const accounts = computed.flatMap(({ accountId, result }) => result.lines.map(() => accountId));
  const column = (of: keyof PersonLine) => textColumn(lines.map((line) => line[of]));
  await tx.query(
    `insert into run_line (run_id, division, account_id, month, component, county, project, source, fen)
     select $1, $2, l.*
     from unnest(${arrayOf(3, 'text')}, ${arrayOf(4, 'text')}, ${arrayOf(5, 'text')}, ${arrayOf(6, 'int')},
                 ${arrayOf(7, 'text')}, ${arrayOf(8, 'text')}, ${arrayOf(9, 'bigint')})
       as l (account_id, month, component, county, project, source, fen)`,
    [
      ...[runId, division, textColumn(accounts), column('month'), column('component'), column('county')],
      ...[column('project'), column('source'), column('fen')],
    ],
  );
}

async function writePayouts(tx: Tx, runId: string, division: number, computed: readonly Computed[]): Promise<void> {
  const payouts = computed.flatMap(({ result }) => result.payouts);
  const accounts = computed.flatMap(({ accountId, result }) => result.payouts.map(() => accountId));
  const column = (of: keyof Payout) => textColumn(payouts.map((payout) => payout[of]));
  await tx.query(
    `insert into run_payout (run_id, division, account_id, county, project, source, fen)
     select $1, $2, p.*
     from unnest(${arrayOf(3, 'text')}, ${arrayOf(4, 'int')}, ${arrayOf(5, 'text')}, ${arrayOf(6, 'text')},
                 ${arrayOf(7, 'bigint')}) as p (account_id, county, project, source, fen)`,
    [runId, division, textColumn(accounts), column('county'), column('project'), column('source'), column('fen')],
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
  const column = (of: keyof PayRow) => textColumn(computed.map(({ result }) => result.pay?.[of]));
  await tx.query(
    `update run_person r set computed = true, in_pay = c.in_pay, gross_fen = c.gross, personal_fen = c.personal,
       carry_in_fen = c.carry_in, net_fen = c.net, carry_out_fen = c.carry_out, employer_fen = c.employer,
       payable = c.payable
     from unnest(${arrayOf(2, 'text')}, ${arrayOf(3, 'boolean')}, ${arrayOf(4, 'bigint')}, ${arrayOf(5, 'bigint')},
                 ${arrayOf(6, 'bigint')}, ${arrayOf(7, 'bigint')}, ${arrayOf(8, 'bigint')}, ${arrayOf(9, 'bigint')},
                 ${arrayOf(10, 'boolean')})
            as c (account_id, in_pay, gross, personal, carry_in, net, carry_out, employer, payable)
     where r.run_id = $1 and r.account_id = c.account_id`,
    [
      ...[runId, textColumn(computed.map(({ accountId }) => accountId))],
      ...[textColumn(computed.map(({ result }) => result.pay !== null)), column('grossFen'), column('personalFen')],
      ...[column('carryInFen'), column('netFen'), column('carryOutFen'), column('employerFen'), column('payable')],
    ],
  );
}
