import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { RunView } from '@xibu/domain/finance/api';
import { Clock, Database, record, type Tx } from '@xibu/platform';
import { budgetYearOf, post } from '../ledger/post.js';
import { entriesOfLines, entriesOfWithholding } from '../ledger/posting.rules.js';
import { writeFirstLines } from '../payments/write-lines.js';
import { groupBy } from './dated-rows.rules.js';
import { lockRun, writeRun } from './find-run.js';
import { viewOfRun } from './get-subsidy-run.js';
import { payoutShares } from './payout.rules.js';
import { storedLines, storedPay } from './stored-run.js';
import type { SubsidyRun } from './subsidy-run.js';
import { release, standingOf } from './subsidy-run.rules.js';

/** Any number that no other lock of this database uses. */
const releaseLock = 7_201_501;

/** Releases a run: payouts become payment lines, the ledger is posted, and from here on differences go into later runs. */
@Injectable()
export class ReleaseSubsidyRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<RunView> {
    const now = this.clock.now();
    return this.database.beyondScope(async (tx) => {
      // One release at a time: what another one posts must be seen, or found out to be missing.
      await tx.query('select pg_advisory_xact_lock($1)', [releaseLock]);
      const run = await lockRun(tx, id, actor);
      const [{ seq } = { seq: 0 }]: { seq: number }[] = await tx.query(`select nextval('release_seq')::float8 seq`);
      const [released, fact] = release(run, seq, actor, now);
      await refuseOvertaken(tx, run);
      const waiting = await writeFirstLines(tx, run, now);
      await postRelease(tx, run, actor, now);
      const standing = standingOf(released.status, { waiting, pending: 0, unreplaced: 0 });
      const settled = { ...released, status: standing };
      await writeRun(tx, settled);
      await record(tx, now, fact);
      return viewOfRun(tx, settled);
    });
  }
}

/**
 * Somebody who moved may stand in the runs of two counties at once. When the other one was released since this one was
 * frozen, what it posted is not taken off here: the run has to be calculated again.
 */
async function refuseOvertaken(tx: Tx, { id }: SubsidyRun): Promise<void> {
  const [row]: { number: string }[] = await tx.query(
    `select r.number from run_snapshot frozen join subsidy_run r on r.release_seq > frozen.release_seq and r.id <> $1
       join run_person other on other.run_id = r.id
       join run_person own on own.account_id = other.account_id and own.run_id = $1
     where frozen.run_id = $1
       and (other.in_pay or exists (select from run_line l where l.run_id = r.id and l.account_id = other.account_id))
     limit 1`,
    [id],
  );
  if (row) throw new Refusal('subsidy-run.overtaken', { number: row.number });
}

async function postRelease(
  tx: Tx,
  { id, number, division, month }: SubsidyRun,
  actor: Actor,
  now: Date,
): Promise<void> {
  const [lines, pay] = [await storedLines(tx, id), await storedPay(tx, id)];
  const byPerson = groupBy(lines, ({ person }) => person);
  const shares = pay.flatMap(({ person, carryInFen }) => payoutShares(byPerson.get(person) ?? [], carryInFen));
  const budgetYear = budgetYearOf(month);
  const entries = [...entriesOfLines(lines, budgetYear), ...entriesOfWithholding(shares, budgetYear)];
  const subject = {
    kind: 'release',
    subject: number,
    division,
    bookMonth: month,
    words: `发放批次 ${number}`,
  } as const;
  await post(tx, subject, entries, actor, now);
}
