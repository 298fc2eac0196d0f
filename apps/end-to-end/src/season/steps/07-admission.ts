import type {
  AdmissionRow,
  ApplicationRow,
  HealthResultRow,
  ImportOutcome,
  ObjectionRow,
  PublicNoticeView,
  RowResult,
} from '@xibu/domain/recruitment/api';
import { at, season } from '../calendar.js';
import { forEach } from '../client.js';
import { moveTo, quiet } from '../clock.js';
import type { Progress } from '../progress.js';
import type { World } from '../world.js';
import { holdRound } from './06-round.js';
import type { Step } from './step.js';

interface Days {
  readonly stage: string;
  readonly healthOn: string;
  readonly noticeOn: string;
  readonly objectionsOn: string;
  readonly admitOn: string;
  readonly answerOn: string;
}

/** 体检 → 公示 → 录取, then 等额补招 of what was lost, by the same way. */
export const admission: Step = {
  name: 'health, public notice, admission and backfill',
  async run(world, progress) {
    await admitRound(world, progress, {
      ...{ stage: 'admission', healthOn: '2023-06-17', noticeOn: '2023-06-21', objectionsOn: '2023-06-22' },
      ...{ admitOn: '2023-06-24', answerOn: '2023-06-28' },
    });
    await moveTo(world, at('2023-07-02', '10:00'));
    const region = await world.as('region.officer');
    const { needed } = await region.get<{ needed: number }>(`/api/recruitment/losses/by-post?season=${season}`);
    world.count('backfill round', 'region', 'seats lost and needed again', needed);
    if (needed > 0) {
      const { counts } = await holdRound(world, 'backfill');
      progress.say(
        `backfill: ${needed} seats lost, ${(counts?.placedFirst ?? 0) + (counts?.placedSecond ?? 0)} filled`,
      );
      await admitRound(world, progress, {
        ...{ stage: 'backfill', healthOn: '2023-07-04', noticeOn: '2023-07-06', objectionsOn: '2023-07-07' },
        ...{ admitOn: '2023-07-09', answerOn: '2023-07-11' },
      });
    }
  },
};

async function admitRound(world: World, progress: Progress, days: Days): Promise<void> {
  const { stage } = days;
  await moveTo(world, at(days.healthOn, '10:00'));
  const failed = await examine(world, days);
  await moveTo(world, at(days.noticeOn, '10:00'));
  const notices = await publish(world);
  await moveTo(world, at(days.objectionsOn, '10:00'));
  const upheld = await objectAndDecide(world, notices, stage);
  await moveTo(world, at(days.admitOn, '10:00'));
  const admitted = await admit(world, notices);
  await moveTo(world, at(days.answerOn, '10:00'));
  const declined = await answer(world, stage);
  world.count(stage, 'university', 'public notices', notices.length);
  world.count(stage, 'university', 'health exams failed', failed);
  world.count(stage, 'university', 'objections upheld', upheld);
  world.count(stage, 'university', 'admitted', admitted);
  world.count(stage, 'person', 'declined', declined);
  progress.say(
    `${stage}: ${admitted} admitted, ${failed} failed health exams, ${upheld} objections upheld, ${declined} declined`,
  );
}

async function examine(world: World, { stage, healthOn }: Days): Promise<number> {
  let failed = 0;
  await forEach(world.universities, 6, async (code) => {
    const officer = await world.as(`uni-${code}.officer`);
    const people = await officer.all<ApplicationRow>(
      `/api/recruitment/applications?season=${season}&status=preselected`,
    );
    if (people.length === 0) return;
    const { id } = await officer.post<{ id: string }>('/api/recruitment/health-exams', {
      ...{ season, hospital: '校医院', heldOn: healthOn },
    });
    const rows = people.map(({ id: application, number }): HealthResultRow => {
      const ill = world.chance('health', stage, world.applicantOf(application).person.index).happens(0.025);
      failed += ill ? 1 : 0;
      return { number: number ?? '', passed: !ill, ...(ill ? { conclusion: '心电图异常，不宜参加高原地区服务' } : {}) };
    });
    const outcome = await officer.post<ImportOutcome>(`/api/recruitment/health-exams/${id}/results`, { rows });
    if (outcome.errors.length > 0) throw new Error(`health results were refused: ${outcome.errors[0]?.code}`);
    await officer.post(`/api/recruitment/health-exams/${id}/close`);
  });
  return failed;
}

interface Notice {
  readonly id: string;
  readonly school: string;
  readonly people: number;
}

async function publish(world: World): Promise<Notice[]> {
  const notices: Notice[] = [];
  await forEach(world.universities, 6, async (school) => {
    const officer = await world.as(`uni-${school}.officer`);
    const path = `/api/recruitment/applications?season=${season}&status=health-passed&limit=1`;
    const { total } = await officer.get<{ total: number }>(path);
    if (total === 0) return;
    const notice = await officer.post<PublicNoticeView>('/api/recruitment/public-notices', { season });
    notices.push({ id: notice.id, school, people: notice.people });
  });
  return notices.sort((left, right) => (left.school < right.school ? -1 : 1));
}

/** Anybody may object; the university answers each. Whoever would admit before the notice is over is told to wait. */
async function objectAndDecide(world: World, notices: readonly Notice[], stage: string): Promise<number> {
  let upheld = 0;
  await forEach(notices, 4, async ({ id, school }) => {
    const approver = await world.as(`uni-${school}.approver`);
    const entries = await approver.all<{ id: string; line: number }>(`/api/recruitment/public-notices/${id}/entries`);
    const [first] = entries;
    if (first) await admitTooEarly(world, school, first.id);
    for (const entry of entries) {
      const chance = world.chance('objection', stage, world.applicantOf(entry.id).person.index);
      if (!chance.happens(0.02)) continue;
      await world.visitor.post(`/api/recruitment/public-notices/${id}/objections`, {
        ...{ line: entry.line, contact: '13900000000', reason: '该同学公示信息与实际毕业情况不符，请核实' },
      });
      const isUpheld = chance.happens(0.4);
      const open = await approver.all<ObjectionRow>(`/api/recruitment/objections?notice=${id}&status=open`);
      for (const objection of open) {
        await approver.post(`/api/recruitment/objections/${objection.id}/${isUpheld ? 'uphold' : 'dismiss'}`, {
          reason: isUpheld ? '经核实情况属实，取消录取资格' : '经核实情况不属实',
        });
      }
      upheld += isUpheld ? 1 : 0;
    }
  });
  return upheld;
}

async function admitTooEarly(world: World, school: string, id: string): Promise<void> {
  const approver = await world.as(`uni-${school}.approver`);
  const [row] = await approver.post<RowResult[]>('/api/recruitment/admissions/bulk', { ids: [id] });
  if (row?.code !== 'admission.notice-running') throw new Error(`admitted during the public notice: ${row?.code}`);
  world.met(row.code);
}

async function admit(world: World, notices: readonly Notice[]): Promise<number> {
  let admitted = 0;
  await forEach(notices, 4, async ({ school }) => {
    const approver = await world.as(`uni-${school}.approver`);
    const rows = await approver.all<ApplicationRow>(`/api/recruitment/applications?season=${season}&status=noticed`);
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    const results = await approver.post<RowResult[]>('/api/recruitment/admissions/bulk', { ids });
    const refused = results.find(({ done }) => !done);
    if (refused) throw new Error(`not admitted: ${refused.code}`);
    admitted += results.length;
  });
  await quiet(world);
  return admitted;
}

/** Most accept, a few decline, some say nothing. */
async function answer(world: World, stage: string): Promise<number> {
  const region = await world.as('region.officer');
  const rows = await region.all<AdmissionRow>(
    `/api/recruitment/admissions?season=${season}&answer=none&status=admitted`,
  );
  let declined = 0;
  await forEach(rows, 12, async ({ id }) => {
    const applicant = world.applicantOf(id);
    const draw = world.chance('answer', stage, applicant.person.index).next();
    if (draw > 0.97) return;
    const client = await world.asPerson(applicant);
    const step = draw < 0.035 ? 'decline' : 'accept';
    declined += step === 'decline' ? 1 : 0;
    await client.post(`/api/recruitment/applications/${id}/${step}`);
  });
  await quiet(world);
  return declined;
}
