import { CalculateSubsidyRun } from '@xibu/finance/dist/subsidy-runs/calculate-subsidy-run.js';
import { LockAttendance } from '@xibu/finance/dist/subsidy-runs/lock-attendance.js';
import { OpenSubsidyRun } from '@xibu/finance/dist/subsidy-runs/open-subsidy-run.js';
import { actorOf, as } from '@xibu/platform/testing';
import type { Bench } from '../../bench.js';
import { cpuSecondsWith } from '../../cpu-seconds.js';
import { county, type MadeUpCounty, madeUpCounty, month } from './made-up-county.js';

const people = 50_000;
const officer = actorOf('county.officer', { division: county });
const tables = ['run_person', 'run_line', 'run_payout'] as const;

/** Everything that the service does when an officer asks for it, beside one statement that writes the rows it came to. */
export const subsidyRun: Bench = {
  ...{ name: 'subsidy-run', goal: 'G6.1', what: `a subsidy run of ${people.toLocaleString('en')} people` },
  ...{ floor: 'the same rows by one SQL statement', unit: 's of CPU', target: { most: 1.5 } },
  async prepare() {
    const ground = await madeUpCounty(people);
    const { db, admin, server } = ground;
    const { id } = await as(officer, () => new OpenSubsidyRun(db.database, db.clock).run({ county, month }, officer));
    await as(officer, () => new LockAttendance(db.database, db.clock).run(id, officer));
    return {
      async round() {
        await clear(ground);
        const ours = await cpuSecondsWith(server.pid, () =>
          as(officer, () => new CalculateSubsidyRun(db.database, db.clock).run(id, officer)),
        );
        await keepRows(ground);
        await clear(ground);
        const floor = await cpuSecondsWith(server.pid, () => db.database.asService((tx) => tx.query(oneStatement)));
        const { rows } = await admin.query<{ lines: number }>('select count(*)::int lines from run_line');
        if ((rows[0]?.lines ?? 0) < 5 * people) throw new Error(`only ${rows[0]?.lines} lines were written`);
        return { ours, floor };
      },
      end: () => ground.end(),
    };
  },
};

const oneStatement = `
  with people as (insert into run_person select * from kept_run_person),
       lines as (insert into run_line select * from kept_run_line)
  insert into run_payout select * from kept_run_payout`;

/** What our side wrote, for the other side to write. */
async function keepRows({ admin }: MadeUpCounty): Promise<void> {
  for (const table of tables) {
    await admin.query(`drop table if exists kept_${table}`);
    await admin.query(`create unlogged table kept_${table} as table ${table}`);
    await admin.query(`grant select on kept_${table} to xibu_test_app`);
    await admin.query(`analyze kept_${table}`);
  }
}

/** Both sides begin with empty tables and nothing left to write to the disk. */
async function clear({ admin }: MadeUpCounty): Promise<void> {
  await admin.query(`truncate run_snapshot, ${tables.join(', ')}, pay_exception`);
  await admin.query('checkpoint');
}
