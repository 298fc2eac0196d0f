import { at, nextMonthOf, nextSeason, nextYear, serviceMonths } from '../calendar.js';
import { moveTo, quiet } from '../clock.js';
import { springRise } from '../invented-amounts.js';
import { confirmAttendance } from '../months/attendance.js';
import { ask, haveAccident } from '../months/care.js';
import { changePosts, leaveEarly } from '../months/changes.js';
import { askExtensions } from '../months/extensions.js';
import { askLeaves, comeBack, comeBackLate } from '../months/leaves.js';
import { answerLate, closeAll, payAll } from '../months/pay.js';
import { checkReports, report } from '../months/reports.js';
import { mendReturned } from '../months/returned.js';
import { countyPosts, quotaLines } from '../posts.js';
import type { Progress } from '../progress.js';
import type { World } from '../world.js';
import { openYear } from './02-season.js';
import { adjust } from './11-money.js';
import type { Step } from './step.js';

/** August to January, so that every page has something to show. */
export const firstHalf: Step = {
  name: 'months of service, August to January',
  ends: 'mid-year',
  run: (world, progress) => serve(world, progress, serviceMonths.slice(0, 6)),
};

/** February to June; July ends the year. */
export const secondHalf: Step = {
  name: 'months of service, February to June',
  run: (world, progress) => serve(world, progress, serviceMonths.slice(6, 11)),
};

async function serve(world: World, progress: Progress, months: readonly string[]): Promise<void> {
  for (const month of months) {
    await live(world, month);
    await settleMonth(world, progress, month);
  }
}

/** What happens to people in a month. */
async function live(world: World, month: string): Promise<void> {
  if (month === '2023-08') return;
  await moveTo(world, at(`${month}-14`, '18:00'));
  await comeBack(world, month);
  const changed = await changePosts(world, month);
  const left = await leaveEarly(world, month);
  const tickets = await ask(world, month);
  if (month === '2023-11') world.blockedCounty = await haveAccident(world, '2023-11-14');
  if (month === '2024-03') world.count(month, 'county', 'extensions asked for', await askExtensions(world));
  if (month === '2024-04') await beginNextYear(world);
  if (month === '2024-02') await adjust(world, springRise);
  await moveTo(world, at(`${month}-17`, '18:00'));
  const { late, ended } = await comeBackLate(world, month);
  world.count(month, 'county', 'back late from leave', late);
  world.count(month, 'region', 'services ended', ended);
  world.count(month, 'county', 'post changes', changed);
  world.count(month, 'region', 'early exits', left);
  world.count(month, 'county', 'questions answered', tickets);
}

/** The next season is announced; the county of the accident may declare no posts in it (notice 2.1.2). */
async function beginNextYear(world: World): Promise<void> {
  await openYear(world, nextSeason, '内团联发〔2024〕5号', nextYear);
  await quiet(world);
  const officer = await world.as(`c-${world.blockedCounty}.officer`);
  const rows = countyPosts(world, world.blockedCounty, quotaLines(world));
  world.met(await officer.refused((client) => client.post('/api/placement/posts/bulk', { season: nextSeason, rows })));
}

/** The first days of the next month: attendance, reports, pay, what banks answer, and the close. */
export async function settleMonth(world: World, progress: Progress, month: string): Promise<void> {
  const next = nextMonthOf(month);
  await moveTo(world, at(`${next}-01`, '09:00'));
  const units = await confirmAttendance(world, month);
  const asked = serviceMonths.slice(0, 11).includes(next) ? await askLeaves(world, next) : 0;
  await moveTo(world, at(`${next}-03`, '09:00'));
  const onTime = await report(world, month, 'on-time');
  await moveTo(world, at(`${next}-06`, '09:00'));
  const late = await report(world, month, 'late');
  await checkReports(world, month);
  await payAll(world, month, `${next}-06`);
  await moveTo(world, at(`${next}-08`, '09:00'));
  await answerLate(world, month, `${next}-08`);
  const mended = await mendReturned(world);
  await moveTo(world, at(`${next}-12`, '09:00'));
  const closed = await closeAll(world, month, `${next}-12`);
  world.count(month, 'unit', 'attendance confirmed', units);
  world.count(month, 'unit', `leaves asked for ${next}`, asked);
  world.count(month, 'county', 'reports in time', onTime);
  world.count(month, 'county', 'reports late', late);
  world.count(month, 'county', 'payments that came back', mended);
  world.count(month, 'county', 'months closed', closed);
  progress.say(
    `${month}: ${units} units confirmed, ${late} reports late, ${mended} payments came back, ${closed} closed`,
  );
}
