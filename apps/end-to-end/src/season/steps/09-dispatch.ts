import type { BulkResult, CheckInRow, DispatchView, TrainingView, VolunteerRow } from '@xibu/domain/placement/api';
import type { AdmissionRow } from '@xibu/domain/recruitment/api';
import { at, season } from '../calendar.js';
import { forEach } from '../client.js';
import { moveTo, quiet } from '../clock.js';
import type { Applicant, World } from '../world.js';
import type { Step } from './step.js';

/** 报到 → 培训 → 派遣: papers shown, no-shows and missing diplomas, training, and the counties fetch their people. */
export const dispatch: Step = {
  name: 'report-in, training and dispatch',
  ends: 'dispatch',
  async run(world, progress) {
    await moveTo(world, at('2023-07-21', '10:00'));
    const came = await checkIn(world, 1);
    await moveTo(world, at('2023-07-26', '10:00'));
    const later = await checkIn(world, 2);
    await train(world);
    await moveTo(world, at('2023-07-28', '09:00'));
    const region = await world.as('region.officer');
    const lost = await region.post<BulkResult>('/api/placement/check-ins/close', { season });
    await quiet(world);
    const fetched = await handOver(world);
    world.count('report-in', 'region', 'checked in', came + later);
    world.count('report-in', 'region', 'lost: did not come, or no diploma', lost.done);
    world.count('dispatch', 'county', 'fetched by their counties', fetched);
    progress.say(`${came + later} checked in, ${lost.done} lost at report-in, ${fetched} dispatched`);
  },
};

/** Some never come; some have no diploma with them, of whom half find it in time. */
function paperOf(world: World, { person }: Applicant): 'no-show' | 'never' | 'later' | 'wrong-notice' | 'fine' {
  const draw = world.chance('report-in', person.index).next();
  if (draw < 0.025) return 'no-show';
  if (draw < 0.035) return 'never';
  if (draw < 0.05) return 'later';
  return draw < 0.06 ? 'wrong-notice' : 'fine';
}

async function checkIn(world: World, time: 1 | 2): Promise<number> {
  const region = await world.as('region.officer');
  const people = await region.all<VolunteerRow>(`/api/placement/volunteers?season=${season}&status=admitted`);
  const admissions = await region.all<AdmissionRow>(`/api/recruitment/admissions?season=${season}&status=admitted`);
  const notices = new Map(admissions.map(({ id, confirmationNumber }) => [id, confirmationNumber]));
  const rows = people.flatMap(({ number }): CheckInRow[] => {
    const applicant = world.personNumbered(number);
    const paper = paperOf(world, applicant);
    if (paper === 'no-show' || (time === 2 && paper === 'never')) return [];
    const right = notices.get(applicant.applicationId) ?? '';
    const diploma = (paper === 'later' && time === 1) || paper === 'never' ? 'none' : 'diploma';
    const confirmationNumber = paper === 'wrong-notice' && time === 1 ? `${right}9` : right;
    return [{ number, confirmationNumber, diploma, identityShown: true }];
  });
  if (rows.length === 0) return 0;
  let done = 0;
  for (let from = 0; from < rows.length; from += 1000) {
    const result = await region.post<BulkResult>('/api/placement/check-ins', {
      ...{ season, rows: rows.slice(from, from + 1000) },
    });
    done += result.done;
    for (const { ok, code } of result.rows) if (!ok && code) world.met(code);
  }
  return done;
}

/** One required session; whoever missed it makes up for it the next day. */
async function train(world: World): Promise<void> {
  const region = await world.as('region.officer');
  const plan = (title: string, isRequired: boolean) =>
    region.post<TrainingView>('/api/placement/trainings', {
      ...{ season, title, heldOn: '2023-07-27', place: '呼和浩特市', hours: 16, isRequired },
      topics: ['国情社情', '群众工作', '民族政策', '风俗习惯'],
    });
  const [course] = [await plan('派遣前集中培训', true), await plan('乡村振兴专题讲座', false)];
  const people = await region.all<VolunteerRow>(`/api/placement/volunteers?season=${season}&status=checked-in`);
  const path = `/api/placement/trainings/${course.id}/attendance`;
  if (people.length === 0) return;
  await world.mustRefuse('training.not-held-yet', region, (client) =>
    client.post(path, { rows: people.slice(0, 1).map(({ number }) => ({ number, attended: true })) }),
  );
  await moveTo(world, at('2023-07-27', '18:00'));
  const missed = (number: string) => world.chance('training', world.personNumbered(number).person.index).happens(0.02);
  const rows = people.map(({ number }) => ({ number, attended: !missed(number) }));
  await region.post<BulkResult>(path, { rows });
  const again = rows.filter(({ attended }) => !attended).map(({ number }) => ({ number, attended: true }));
  if (again.length > 0) await region.post<BulkResult>(path, { rows: again });
  world.count('report-in', 'region', 'made up for the training', again.length);
}

/** Somebody oversleeps the first hand-over and is fetched with the second list. */
async function handOver(world: World): Promise<number> {
  const region = await world.as('region.officer');
  let fetched = 0;
  for (const [index, day] of ['2023-07-29', '2023-07-31'].entries()) {
    await moveTo(world, at(day, '10:00'));
    const waiting = await region.get<{ total: number }>(
      `/api/placement/volunteers?season=${season}&status=trained&limit=1`,
    );
    if (waiting.total === 0) break;
    const lists = await region.post<DispatchView[]>('/api/placement/dispatches', {
      ...{ season, handOverOn: day, place: '呼和浩特火车站' },
    });
    await forEach(lists, 4, async ({ id, county }) => {
      const officer = await world.as(`c-${county}.officer`);
      const missing = index === 0 ? await lateRisers(world, county) : [];
      const confirmed = await officer.post<DispatchView>(`/api/placement/dispatches/${id}/confirm`, { missing });
      fetched += confirmed.people;
    });
    await quiet(world);
  }
  return fetched;
}

async function lateRisers(world: World, county: number): Promise<string[]> {
  const officer = await world.as(`c-${county}.officer`);
  const people = await officer.all<VolunteerRow>(`/api/placement/volunteers?season=${season}&status=trained`);
  return people
    .map(({ number }) => number)
    .filter((number) => world.chance('hand-over', world.personNumbered(number).person.index).happens(0.01));
}
