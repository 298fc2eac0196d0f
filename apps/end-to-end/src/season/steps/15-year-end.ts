import type { AgreementRow, BlockView, CountyView, ExtensionView, VolunteerRow } from '@xibu/domain/placement/api';
import { at, nextSeason, season } from '../calendar.js';
import { forEach } from '../client.js';
import { moveTo, quiet } from '../clock.js';
import type { World } from '../world.js';
import { insureNextYear } from './08-insurance.js';
import { settleMonth } from './13-months.js';
import type { Step } from './step.js';

/** 延期, 期满离岗, 鉴定, 证书, and what the year means for counties in the next one. */
export const yearEnd: Step = {
  name: 'extension, end of term and certificates',
  ends: 'end',
  async run(world, progress) {
    await insureNextYear(world);
    await moveTo(world, at('2024-07-18'));
    const extended = await decideExtensions(world);
    await moveTo(world, at('2024-08-01', '08:00'));
    await settleMonth(world, progress, '2024-07');
    const certified = await certify(world);
    await lookAtNextYear(world);
    world.count('end of term', 'region', 'extended by a year', extended);
    world.count('end of term', 'region', 'certificates', certified);
    progress.say(`${extended} extended, ${certified} certificates issued`);
  },
};

/** Only after a pass in the assessment of the year; then the agreement of the next year is signed by all three. */
async function decideExtensions(world: World): Promise<number> {
  const approver = await world.as('region.approver');
  const waiting = await approver.all<ExtensionView>('/api/placement/extensions?status=county-agreed');
  let extended = 0;
  await forEach(waiting, 4, async ({ id }) => {
    try {
      await approver.post(`/api/placement/extensions/${id}/decide`, { approved: true, reason: '考核合格，同意延期' });
      extended += 1;
    } catch (error) {
      world.noteRefusal(error);
      await approver.post(`/api/placement/extensions/${id}/decide`, { approved: false, reason: '年度考核不合格' });
    }
  });
  await quiet(world);
  const region = await world.as('region.officer');
  const rows = await region.all<AgreementRow>('/api/placement/agreements?status=open&kind=extension');
  await forEach(rows, 6, async ({ id, unit, county, number }) => {
    const person = await world.asPerson(world.personNumbered(number));
    for (const client of [person, await world.as(`unit-${unit}`), await world.as(`c-${county}.approver`)]) {
      await client.post(`/api/placement/agreements/${id}/sign`);
    }
  });
  await quiet(world);
  return extended;
}

interface RowDone {
  readonly id: string;
  readonly done: boolean;
  readonly code?: string;
}

/** Everybody whose term ended is appraised; whoever passed gets a certificate that anybody can check. */
async function certify(world: World): Promise<number> {
  const region = await world.as('region.officer');
  const left = await region.all<VolunteerRow>(`/api/placement/volunteers?season=${season}&status=left`);
  const grades = await region.all<{ number: string; grade: string | null }>(`/api/assessment/grades?season=${season}`);
  const gradeOf = new Map(grades.map(({ number, grade }) => [number, grade]));
  await forEach(world.counties, 6, async (county) => {
    const officer = await world.as(`c-${county}.officer`);
    const rows = left
      .filter((row) => row.county === county && gradeOf.get(row.number))
      .map(({ id, number }) => ({
        ...{ volunteerId: id, grade: gradeOf.get(number) },
        text: '服务期间遵纪守法，圆满完成服务任务。',
      }));
    for (let from = 0; from < rows.length; from += 200) {
      await officer.post('/api/assessment/appraisals/bulk', { rows: rows.slice(from, from + 200) });
    }
  });
  const graded = left.filter(({ number }) => gradeOf.get(number)).map(({ id }) => id);
  let issued = 0;
  for (let from = 0; from < graded.length; from += 200) {
    const answers = await region.post<RowDone[]>('/api/assessment/certificates/bulk', {
      volunteerIds: graded.slice(from, from + 200),
    });
    issued += answers.filter(({ done }) => done).length;
    for (const { done, code } of answers) if (!done && code) world.met(code);
  }
  await quiet(world);
  await checkOne(world);
  return issued;
}

/** Anybody may check a certificate by its number. */
async function checkOne(world: World): Promise<void> {
  const region = await world.as('region.officer');
  const page = await region.get<{ rows: { number: string }[] }>(
    `/api/assessment/certificates?season=${season}&limit=1`,
  );
  const [certificate] = page.rows;
  if (certificate) await world.visitor.get(`/api/assessment/certificates/check/${certificate.number}`);
}

/** The county of the accident has no volunteers next year; the one that failed has lost its office (notice 2.1.2). */
async function lookAtNextYear(world: World): Promise<void> {
  const region = await world.as('region.officer');
  const blocks = await region.all<BlockView>(`/api/placement/blocks?season=${nextSeason}`);
  if (!blocks.some(({ county }) => county === world.blockedCounty)) {
    throw new Error(
      `${world.blockedCounty} had an accident through poor management and is not blocked in ${nextSeason}`,
    );
  }
  const failed = await region.get<CountyView>(`/api/placement/counties/${world.counties[2]}`);
  if (!['failed-assessment', 'disqualified'].includes(failed.status)) {
    throw new Error(`county ${failed.county} failed its assessment and is ${failed.status}`);
  }
  world.count('next year', 'county', 'counties and units without volunteers', blocks.length);
}
