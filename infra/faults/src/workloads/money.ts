import { at } from '@xibu/end-to-end/season/calendar';
import { forEach } from '@xibu/end-to-end/season/client';
import { moveTo, quiet } from '@xibu/end-to-end/season/clock';
import { everyMonthAccounted, ledgerBalances, moneyAddsUp } from '@xibu/end-to-end/season/invariants/money';
import { confirmAttendance } from '@xibu/end-to-end/season/months/attendance';
import { type Answer, returnFile } from '@xibu/end-to-end/season/months/bank';
import { handsOf } from '@xibu/end-to-end/season/months/hands';
import { closeAll, payAll } from '@xibu/end-to-end/season/months/pay';
import { mendReturned } from '@xibu/end-to-end/season/months/returned';
import { unleash } from '@xibu/local/chaos';
import { upToService } from '../drills/long-work.js';
import { watch } from '../snapshots.js';
import type { Stage, Story } from '../story.js';

const month = '2023-08';
/** Between two blows, in milliseconds: a month is paid within seconds. */
const peace = [100, 1_000] as const;
/** With fewer the work has met too little to prove anything. */
const blowsLeast = 3;

/** 月度发放, of which every second payment comes back. */
export const moneyUnderFire: Story = {
  name: 'money-under-fire',
  what: 'a month is paid, every second payment comes back and is paid again, while the service, the gateway and the database die',
  buses: ['kafka', 'embedded'],
  applicants: 60,
  before: upToService,
  async play(stage) {
    const { stack, world, databases, draw, say } = stage;
    await moveTo(world, at('2023-09-01'));
    await confirmAttendance(world, month);
    await moveTo(world, at('2023-09-06'));
    const seen = { world, databases, folder: '' };
    const chaos = unleash({ ...stack, parts: ['finance', 'gateway', 'postgres'] }, `money ${draw(0, 1)}`, peace);
    const work = payAndPayAgain(stage);
    const { looks, wrong } = await watch([ledgerBalances, moneyAddsUp], seen, work);
    const blows = await chaos.end();
    const { returned, closed } = await work;
    say(`${returned} payments came back and were paid again, ${closed} months closed, ${blows} blows, ${looks} looks`);
    const accounted = await everyMonthAccounted.check(seen);
    if (returned === 0 || blows < blowsLeast)
      return [`${returned} payments came back and ${blows} blows fell: too few`];
    return [...wrong, ...accounted, ...(await paidNotOnce(stage))];
  },
};

async function payAndPayAgain({ world }: Stage): Promise<{ returned: number; closed: number }> {
  await payAll(world, month, '2023-09-06');
  await moveTo(world, at('2023-09-08'));
  let returned = 0;
  await forEach(world.unanswered.splice(0), 6, async ({ county, batch, answers, later }) => {
    const { prepares } = await handsOf(world, county);
    const back = answers.filter(({ verdict }, line) => verdict.status === 'S' && line % 2 === 0);
    const all: Answer[] = [
      ...later.map(({ row }) => ({ row, verdict: { status: 'S' as const, reason: '' } })),
      ...back.map(({ row }) => ({ row, verdict: { status: 'R' as const, reason: '账户已注销，退汇' } })),
    ];
    if (all.length === 0) return;
    returned += back.length;
    const content = Buffer.from(returnFile(batch.number, '2023-09-08', all)).toString('base64');
    await prepares.post(`/api/finance/batches/${batch.id}/returns`, { name: `${batch.number}-2.csv`, content });
  });
  await quiet(world);
  await mendReturned(world);
  await moveTo(world, at('2023-09-12'));
  return { returned, closed: await closeAll(world, month, '2023-09-12') };
}

/** At the end everybody who is payable holds the whole amount, once. */
async function paidNotOnce({ databases }: Stage): Promise<string[]> {
  const rows = await databases.rows<{ account: string; due: string; paid: string }>(
    'finance',
    `select p.account_id account, sum(p.fen)::text due,
            (select coalesce(sum(l.fen), 0)::text from payment_line l
              where l.run_id = r.id and l.account_id = p.account_id and l.state = 'accepted') paid
     from run_payout p join subsidy_run r on r.id = p.run_id
     where r.month = $1 and r.status in ('paid', 'closed') group by r.id, p.account_id`,
    [month],
  );
  return rows
    .filter(({ due, paid }) => due !== paid)
    .map(({ account, due, paid }) => `${account}: ${paid} of ${due} fen`);
}
