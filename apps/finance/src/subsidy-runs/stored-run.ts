import type { Actor } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { placeText } from '../adjustments/term-rows.rules.js';
import { totalsOf } from './month-pay.rules.js';
import type { PersonInputs, RunInputs, RunSettings, RunTables } from './run-inputs.js';
import type { Payout, PayRow, PersonLine, RunException, RunResult } from './run-result.js';

/** In whose name a run is calculated. */
export type Asker = Pick<Actor, 'account' | 'name'>;

/** What a run was frozen with, people aside. */
export interface StoredFrame {
  readonly runId: string;
  readonly settings: RunSettings;
  readonly tables: RunTables;
  readonly division: number;
  readonly month: RunSettings['month'];
  readonly chunks: number;
  readonly releaseSeq: number;
  readonly pseudonymKey: string;
  /** Null for runs of earlier versions. */
  readonly inputDigest: string | null;
  /** The transaction that froze it: what is frozen anew has another. */
  readonly frozenBy: string;
  /** Null for runs of earlier versions. */
  readonly askedBy: Asker | null;
}

const frameColumns = `run_id "runId", settings, tables, division, chunks, release_seq::float8 "releaseSeq",
  pseudonym_key "pseudonymKey", input_digest "inputDigest", xmin::text "frozenBy", asked_by "askedBy"`;

type FrameRow = Omit<StoredFrame, 'month'>;
const frameOfRow = (row: FrameRow): StoredFrame => ({ ...row, month: row.settings.month });

/** Stores a frame, and answers with it as it stands in the database: that is what the run is computed from. */
export async function storeFrame(tx: Tx, frame: Omit<FrameRow, 'frozenBy'>): Promise<StoredFrame> {
  const { runId, division, settings, tables, chunks, releaseSeq, pseudonymKey, inputDigest, askedBy } = frame;
  const [row]: [FrameRow] = await tx.query(
    `insert into run_snapshot (run_id, division, settings, tables, chunks, release_seq, pseudonym_key, input_digest,
                               asked_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${frameColumns}`,
    [
      ...[runId, division, JSON.stringify(settings), JSON.stringify(tables), chunks, releaseSeq, pseudonymKey],
      ...[inputDigest, JSON.stringify(askedBy)],
    ],
  );
  return frameOfRow(row);
}

export async function frameOf(tx: Tx, runId: string): Promise<StoredFrame | null> {
  const [row]: FrameRow[] = await tx.query(`select ${frameColumns} from run_snapshot where run_id = $1`, [runId]);
  return row ? frameOfRow(row) : null;
}

export async function storedFrame(tx: Tx, runId: string): Promise<StoredFrame> {
  const frame = await frameOf(tx, runId);
  if (!frame) throw new Error(`run ${runId} has no snapshot`);
  return frame;
}

/** The same, which nobody freezes anew before this transaction ends. */
export async function heldFrame(tx: Tx, runId: string): Promise<StoredFrame> {
  await tx.query('select from run_snapshot where run_id = $1 for share', [runId]);
  return storedFrame(tx, runId);
}

/** The inputs of a run as they were frozen; of one person, or of all in the order of their public numbers. */
export async function storedInputs(tx: Tx, runId: string, accountId?: string): Promise<RunInputs> {
  return inputsWithin(tx, await storedFrame(tx, runId), accountId);
}

/** The same when the frame has been read already. */
export async function inputsWithin(
  tx: Tx,
  { runId, settings, tables }: StoredFrame,
  accountId?: string,
): Promise<RunInputs> {
  const rows: { inputs: PersonInputs }[] = await tx.query(
    `select inputs from run_person where run_id = $1 and ($2::text is null or account_id = $2)
     order by person collate "C"`,
    [runId, accountId ?? null],
  );
  return { settings, tables, people: rows.map(({ inputs }) => inputs) };
}

const byPerson = 'p.person collate "C"';

export async function storedLines(tx: Tx, runId: string): Promise<PersonLine[]> {
  const lines: (Omit<PersonLine, 'county'> & { county: number })[] = await tx.query(
    `select p.person, l.month, l.component, l.county, l.project, l.source, l.fen::float8 "fen"
     from run_line l join run_person p using (run_id, account_id) where run_id = $1
     order by ${byPerson}, l.month collate "C", l.component collate "C", l.county, l.project collate "C",
              l.source collate "C"`,
    [runId],
  );
  return lines.map((line) => ({ ...line, county: placeText(line.county) }));
}

export function storedPay(tx: Tx, runId: string): Promise<PayRow[]> {
  return tx.query(
    `select person, gross_fen::float8 "grossFen", personal_fen::float8 "personalFen", carry_in_fen::float8 "carryInFen",
            net_fen::float8 "netFen", carry_out_fen::float8 "carryOutFen", employer_fen::float8 "employerFen", payable
     from run_person p where run_id = $1 and in_pay order by ${byPerson}`,
    [runId],
  );
}

/** The result as it is stored, each list in the order of the published files. */
export async function storedResult(tx: Tx, runId: string): Promise<RunResult> {
  const [lines, pay] = [await storedLines(tx, runId), await storedPay(tx, runId)];
  const payouts: (Omit<Payout, 'county'> & { county: number })[] = await tx.query(
    `select p.person, o.county, o.project, o.source, o.fen::float8 "fen"
     from run_payout o join run_person p using (run_id, account_id) where run_id = $1
     order by ${byPerson}, o.county, o.project collate "C", o.source collate "C"`,
    [runId],
  );
  const exceptions: RunException[] = await tx.query(
    `select person, code, detail from pay_exception where run_id = $1 order by person collate "C", code collate "C"`,
    [runId],
  );
  return {
    lines,
    pay,
    payouts: payouts.map((each) => ({ ...each, county: placeText(each.county) })),
    exceptions,
    totals: totalsOf(lines),
  };
}
