import { at } from '@xibu/end-to-end/season/calendar';
import { moveTo } from '@xibu/end-to-end/season/clock';
import { confirmAttendance } from '@xibu/end-to-end/season/months/attendance';
import { handsOf } from '@xibu/end-to-end/season/months/hands';
import { officePassword } from '@xibu/end-to-end/season/world';
import type { Stage, Story } from '../story.js';
import {
  askOnce,
  both,
  type Fate,
  killAndResume,
  kills,
  type LongWork,
  undisturbed,
  upToService,
} from './long-work.js';
import { countOf } from './long-work-rounds.js';
import { rowsWritten } from './rows-written.js';

const month = '2023-08';

/** 月度发放, killed at twenty random points: the same bytes as the calculation that nobody disturbed. */
export const killRuns: Story = {
  name: 'kill-runs',
  what: `the finance service is killed at ${kills} random points of the subsidy runs of all counties, and started again`,
  buses: both,
  applicants: 80,
  before: upToService,
  // A transaction for each person: as many points to be killed at as there are people.
  needs: { variables: { finance: { XIBU_SUBSIDY_CHUNK: '1' } } },
  async play(stage) {
    const { stack, databases, say } = stage;
    const counties = await countiesToPay(stage);
    const work = await runsOf(stage, counties);
    const tookMs = await undisturbed(work);
    const [wanted, lines] = [await work.outcome(), await linesOf(stage)];
    say(`undisturbed: ${Math.round(tookMs)} ms, ${counties.length} counties, ${lines.all} lines`);
    const before = await rowsWritten(stack, databases, 'finance', 'run_line');
    const wrong: string[] = [];
    const fates: Fate[] = [];
    for (let count = 1; count <= kills; count += 1) {
      await work.again();
      const fate = await killAndResume(work, stage, tookMs);
      fates.push(fate);
      const difference = differenceOf(wanted, await work.outcome());
      if (difference) wrong.push(`calculation ${count}, killed after ${fate.afterMs} ms: ${difference}`);
      wrong.push(...(await work.notOnce()).map((run) => `calculation ${count} of run ${run} did not end once`));
    }
    const written = (await rowsWritten(stack, databases, 'finance', 'run_line')) - before;
    // One chunk at most was at work in each county when the service was killed.
    const most = lines.all * kills + lines.mostOfOneEach * fates.filter(({ before: state }) => state !== 'done').length;
    if (written < lines.all * kills || written > most)
      wrong.push(`${written} lines were written, and ${most} are the most`);
    say(`${countOf(fates)}; ${written} lines written for ${lines.all * kills} that count`);
    return wrong;
  },
};

/** The first days of September: units have confirmed August, and every county has a run that waits. */
async function countiesToPay({ world, databases }: Stage): Promise<number[]> {
  await moveTo(world, at('2023-09-01'));
  await confirmAttendance(world, month);
  await moveTo(world, at('2023-09-06'));
  const rows = await databases.rows<{ division: number }>(
    'finance',
    'select division from subsidy_run where month = $1 order by division',
    [month],
  );
  return rows.map(({ division }) => division);
}

interface Runs extends LongWork {
  /** Takes note of where the runs are, so that the next calculation can be told from this one. */
  again(): Promise<void>;
  /** Runs whose last calculation did not begin once and end once. */
  notOnce(): Promise<string[]>;
}

async function runsOf({ world, stack, databases }: Stage, counties: readonly number[]): Promise<Runs> {
  const hands = new Map<number, { readonly session: string; readonly path: string }>();
  for (const county of counties) {
    const { computes } = await handsOf(world, county);
    const { rows } = await computes.get<{ rows: { id: string }[] }>(
      `/api/finance/subsidy-runs?month=${month}&county=${county}`,
    );
    const path = `/api/finance/subsidy-runs/${rows[0]?.id}`;
    await computes.post(`${path}/lock-attendance`);
    const who = { name: `c-${county}.officer`, password: officePassword };
    const { session } = await world.visitor.post<{ session: string }>('/api/programme/sign-in', who);
    hands.set(county, { session, path: `${path}/calculate` });
  }
  let since = new Map<string, number>();
  const runs = () =>
    databases.rows<{ number: string; status: string; version: number; frozen: boolean }>(
      'finance',
      `select number, status, version, exists (select from run_snapshot s where s.run_id = r.id) frozen
       from subsidy_run r where month = $1`,
      [month],
    );
  const isDone = ({ number, status, version }: { number: string; status: string; version: number }) =>
    status === 'calculated' && version > (since.get(number) ?? 0);
  return {
    service: 'finance',
    async ask(key) {
      const answers = await Promise.all(
        counties.map((county) =>
          askOnce(stack.url, hands.get(county)?.session ?? '', { path: hands.get(county)?.path ?? '', key }),
        ),
      );
      return answers.find((status) => status !== 200) ?? 200;
    },
    async state() {
      const all = await runs();
      if (all.every(isDone)) return 'done';
      // A run that is neither done nor frozen anew was not taken: its office asks again.
      return all.every((run) => isDone(run) || (run.status === 'attendance-locked' && run.frozen))
        ? 'begun'
        : 'not begun';
    },
    outcome: () => outcomeOf(databases),
    async again() {
      since = new Map((await runs()).map(({ number, version }) => [number, version]));
    },
    async notOnce() {
      return (await runs())
        .filter(({ number, version }) => version !== (since.get(number) ?? 0) + 2)
        .map(({ number }) => number);
    },
  };
}

/** Digests of inputs and result, and every stored row, a line each. */
async function outcomeOf(databases: Stage['databases']): Promise<string> {
  const statements = [
    'select number, input_digest, result_digest, people, payable, exceptions, gross_fen::text, net_fen::text from subsidy_run r',
    `select r.number, p.person, p.net_fen::text, p.gross_fen::text, p.payable, p.computed, p.inputs
     from run_person p join subsidy_run r on r.id = p.run_id`,
    `select r.number, l.account_id, l.month, l.component, l.county, l.project, l.source, l.fen::text
     from run_line l join subsidy_run r on r.id = l.run_id`,
    `select r.number, o.account_id, o.county, o.project, o.source, o.fen::text
     from run_payout o join subsidy_run r on r.id = o.run_id`,
    `select r.number, e.person, e.code, e.detail, e.owner from pay_exception e join subsidy_run r on r.id = e.run_id`,
  ];
  const lines: string[] = [];
  for (const statement of statements) {
    const rows = await databases.rows<object>('finance', `${statement} where r.month = $1`, [month]);
    lines.push(...rows.map((row) => JSON.stringify(row)).sort());
  }
  return lines.join('\n');
}

/** The first line in which the two differ; null when they are the same. */
function differenceOf(wanted: string, came: string): string | null {
  if (wanted === came) return null;
  const [should, are] = [wanted.split('\n'), came.split('\n')];
  let at = 0;
  while (should[at] === are[at]) at += 1;
  return `${are[at] ?? 'nothing'} instead of ${should[at] ?? 'nothing'}`;
}

/** Lines of the month, and of the person with the most in each county together. */
async function linesOf({ databases }: Stage): Promise<{ all: number; mostOfOneEach: number }> {
  const [row] = await databases.rows<{ all: number; most: number }>(
    'finance',
    `select coalesce(sum(n), 0)::int "all", coalesce(sum(most), 0)::int most from
       (select division, sum(n) n, max(n) most from
          (select l.division, l.account_id, count(*) n from run_line l join subsidy_run r on r.id = l.run_id
           where r.month = $1 group by 1, 2) of_one group by 1) of_county`,
    [month],
  );
  return { all: row?.all ?? 0, mostOfOneEach: row?.most ?? 0 };
}
