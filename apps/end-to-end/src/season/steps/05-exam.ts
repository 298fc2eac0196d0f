import type { OpenPostView, RankingView } from '@xibu/domain/placement/api';
import type {
  ApplicationRow,
  ExamSeatRow,
  ExamSite,
  ImportOutcome,
  QualifiedListView,
  ScoreRow,
  SeatsAssigned,
} from '@xibu/domain/recruitment/api';
import { at, season } from '../calendar.js';
import { forEach } from '../client.js';
import { moveTo, quiet } from '../clock.js';
import type { Applicant, World } from '../world.js';
import type { Step } from './step.js';

const seatsInRoom = 30;

/** 统一考试 → 入围: seats and tickets, scores, the qualified list, and the applicants' own lists of posts. */
export const exam: Step = {
  name: 'exam, qualified list and ranked posts',
  async run(world, progress) {
    await moveTo(world, at('2023-05-24', '10:00'));
    const session = await seatEverybody(world);
    await moveTo(world, at('2023-05-28', '10:00'));
    await takeInScores(world, session);
    await moveTo(world, at('2023-06-02', '10:00'));
    const list = await qualify(world);
    await moveTo(world, at('2023-06-05', '10:00'));
    const own = await rankPosts(world);
    progress.say(`${list.qualified} qualified, ${list.notQualified} not; ${own} made a list of their own`);
    world.count('exam', 'region', 'qualified', list.qualified);
    world.count('exam', 'region', 'below the minimum score', list.notQualified);
    world.count('exam', 'person', 'lists of posts saved', own);
  },
};

async function seatEverybody(world: World): Promise<string> {
  const region = await world.as('region.officer');
  const { total } = await region.get<{ total: number }>(
    `/api/recruitment/applications?season=${season}&status=confirmed&limit=1`,
  );
  const { id } = await region.post<{ id: string }>('/api/recruitment/exam-sessions', {
    ...{ season, name: '2023年西部计划内蒙古统一考试', startsAt: at('2023-05-27', '09:00') },
    ...{ endsAt: at('2023-05-27', '11:30'), sites: sitesFor(total) },
  });
  await world.mustRefuse('exam.wrong-step', region, (client) =>
    client.post(`/api/recruitment/exam-sessions/${id}/assign-seats`),
  );
  await region.post(`/api/recruitment/exam-sessions/${id}/open`);
  const { seated } = await region.post<SeatsAssigned>(`/api/recruitment/exam-sessions/${id}/assign-seats`);
  await quiet(world);
  world.count('exam', 'region', 'tickets issued', seated);
  return id;
}

function sitesFor(people: number): ExamSite[] {
  const rooms = Math.ceil(people / seatsInRoom);
  const roomsAtSite = Math.min(40, rooms);
  return Array.from({ length: Math.ceil(rooms / roomsAtSite) }, (_, site) => ({
    name: `第${site + 1}考点`,
    address: `呼和浩特市大学城${site + 1}号`,
    rooms: Array.from({ length: roomsAtSite }, (__, room) => ({ name: `第${room + 1}考场`, seats: seatsInRoom })),
  }));
}

/** One score is mistyped over the maximum: its line comes back, all others are in. */
async function takeInScores(world: World, session: string): Promise<void> {
  const region = await world.as('region.officer');
  const seats = await region.all<ExamSeatRow>(`/api/recruitment/exam-sessions/${session}/seats`);
  const rows = seats.map(({ id, ticket }) => scoreOf(world, world.applicantOf(id), ticket));
  const typed = rows.map((row, index) => (index === 7 ? { ticket: row.ticket, scoreHundredths: 123_456 } : row));
  const path = `/api/recruitment/exam-sessions/${session}/scores`;
  const outcome = await region.post<ImportOutcome>(path, { rows: typed });
  const codes = outcome.errors.map(({ code }) => code);
  if (codes.join() !== 'score.out-of-range') throw new Error(`scores were refused: ${codes.join()}`);
  world.met('score.out-of-range');
  const again = await region.post<ImportOutcome>(path, { rows: rows.slice(7, 8) });
  if (again.errors.length > 0) throw new Error('the corrected score was not taken');
  await region.post(`/api/recruitment/exam-sessions/${session}/close`);
  world.count('exam', 'region', 'absent', rows.filter(({ isAbsent }) => isAbsent).length);
}

function scoreOf(world: World, { person }: Applicant, ticket: string): ScoreRow {
  const isAbsent = world.chance('exam', person.index).happens(0.02);
  return isAbsent ? { ticket, isAbsent } : { ticket, scoreHundredths: person.scoreHundredths };
}

async function qualify(world: World): Promise<QualifiedListView> {
  const [officer, approver] = [await world.as('region.officer'), await world.as('region.approver')];
  const list = await officer.post<QualifiedListView>('/api/recruitment/qualified-lists', { season });
  await world.mustRefuse('permission.missing', officer, (client) =>
    client.post(`/api/recruitment/qualified-lists/${list.id}/approve`),
  );
  await approver.post(`/api/recruitment/qualified-lists/${list.id}/approve`);
  await quiet(world);
  return list;
}

/** Half of the qualified change the list that their wishes gave them; a few wish for a post twice. */
async function rankPosts(world: World): Promise<number> {
  const region = await world.as('region.officer');
  const rows = await region.all<ApplicationRow>(`/api/recruitment/applications?season=${season}&status=qualified`);
  const posts = await world.visitor.all<OpenPostView>(`/api/placement/catalogue/posts?season=${season}&sort=code`);
  let own = 0;
  await forEach(rows, 12, async ({ id }) => {
    const applicant = world.applicantOf(id);
    const chance = world.chance('ranking', applicant.person.index);
    if (!chance.happens(0.5)) return;
    const client = await world.asPerson(applicant);
    const path = `/api/placement/rankings/mine/${season}`;
    const { version } = await client.get<RankingView>(path);
    const near = posts.filter(({ county }) => applicant.person.counties.includes(county));
    const codes = [...chance.some(near, chance.whole(2, 6)), ...chance.some(posts, chance.whole(1, 4))];
    const ranked = [...new Set(codes.map(({ code }) => code))];
    const { acceptsReassignment } = applicant.person.form;
    if (chance.happens(0.02)) {
      await world.mustRefuse('ranking.post-twice', client, (person) =>
        person.put(path, { posts: [ranked[0], ...ranked.slice(0, 1)], acceptsReassignment }, version),
      );
    }
    await client.put(path, { posts: ranked, acceptsReassignment }, version);
    own += 1;
  });
  await quiet(world);
  return own;
}
