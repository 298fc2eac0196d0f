import type { ApplicationRow, ApplicationView, RowResult } from '@xibu/domain/recruitment/api';
import { announced, at, season, supplement } from '../calendar.js';
import { type Client, forEach, Problem } from '../client.js';
import { moveTo, quiet } from '../clock.js';
import { faculties } from '../people.js';
import type { Applicant, World } from '../world.js';
import { announce } from './02-season.js';
import type { Step } from './step.js';

const width = 12;
/** Sign-up comes in waves; the offices review after each. */
const waves = ['2023-04-14', '2023-05-04', '2023-05-18'] as const;

/** 报名: accounts, drafts, submissions, the two reviews, corrections, and the confirmation on the regional platform. */
export const signUp: Step = {
  name: 'sign-up, reviews and confirmation',
  ends: 'registration',
  async run(world, progress) {
    for (const [index, day] of waves.entries()) {
      await moveTo(world, at(day));
      const wave = world.applicants.filter((_, at) => waveOf(world, at) === index);
      await forEach(wave, width, (applicant) => signUpOne(world, applicant));
      await reviewAll(world);
      progress.say(`wave ${index + 1}: ${wave.length} people signed up and were reviewed`);
    }
    await moveTo(world, at('2023-05-20', '18:00'));
    await announce(world, season, '内团联发〔2023〕补1号', supplement, '部分高校审核工作尚未完成');
    await moveTo(world, at('2023-05-21', '10:00'));
    await signUpTooLate(world);
    await reviewAll(world);
    await confirmAll(world);
    await countApplications(world);
    progress.say(
      `${world.byNumber.size} applications; refused on the way: ${[...world.refusals.values()].reduce((a, b) => a + b, 0)}`,
    );
  },
};

function waveOf(world: World, index: number): number {
  const draw = world.chance('wave', index).next();
  return draw < 0.4 ? 0 : draw < 0.75 ? 1 : 2;
}

/** What ordinary trouble somebody makes at sign-up. */
function habitOf(world: World, applicant: Applicant): 'draft-only' | 'late' | 'wrong-number' | 'undeclared' | 'fine' {
  const draw = world.chance('sign-up', applicant.person.index).next();
  if (draw < 0.03) return 'draft-only';
  if (draw < 0.05) return 'late';
  if (draw < 0.08) return 'wrong-number';
  return draw < 0.1 ? 'undeclared' : 'fine';
}

async function signUpOne(world: World, applicant: Applicant): Promise<void> {
  const client = await register(world, applicant);
  const habit = habitOf(world, applicant);
  const { form } = applicant.person;
  const started = await client.post<ApplicationView>('/api/recruitment/applications', { season });
  applicant.applicationId = started.id;
  world.byApplication.set(started.id, applicant);
  let version = started.version;
  if (habit === 'wrong-number') version = await tryWrongNumber(world, client, applicant, version);
  const draft = habit === 'draft-only' ? { name: form.name, mobile: form.mobile } : form;
  await client.put(`/api/recruitment/applications/${started.id}/draft`, draft, version);
  if (habit === 'draft-only' || habit === 'late') return;
  if (habit === 'undeclared') {
    await world.mustRefuse('application.not-declared', client, (own) =>
      own.post(`/api/recruitment/applications/${started.id}/submit`, { declared: false }),
    );
  }
  await submit(world, client, applicant);
}

async function register(world: World, applicant: Applicant): Promise<Client> {
  const { person } = applicant;
  const { loginName, password, form } = person;
  const isShown = person.index < 3;
  const isDemo = world.demo && isShown ? { isDemo: true } : {};
  const { id } = await world.visitor.post<{ id: string }>('/api/programme/accounts/register', {
    ...{ name: form.name, loginName, email: form.email, mobile: form.mobile, password, ...isDemo },
  });
  applicant.accountId = id;
  if (isShown) world.demoAccounts.push({ login: loginName, password, role: 'person', officeName: null });
  return world.as(loginName, password);
}

/** A digit of the identity number is mistyped; the system notices when it is saved or submitted. */
async function tryWrongNumber(world: World, client: Client, applicant: Applicant, version: number): Promise<number> {
  const { form } = applicant.person;
  const mistyped = form.identityNumber.slice(0, 17) + (form.identityNumber.endsWith('5') ? '6' : '5');
  const path = `/api/recruitment/applications/${applicant.applicationId}`;
  try {
    const saved = await client.put<ApplicationView>(`${path}/draft`, { ...form, identityNumber: mistyped }, version);
    await client.post(`${path}/submit`, { declared: true });
    return saved.version;
  } catch (error) {
    world.noteRefusal(error);
    return (await ownApplication(client)).version;
  }
}

async function ownApplication(client: Client): Promise<ApplicationView> {
  const [application] = await client.get<ApplicationView[]>('/api/recruitment/applications/mine');
  if (!application) throw new Error('an applicant without an application');
  return application;
}

async function submit(world: World, client: Client, applicant: Applicant): Promise<void> {
  const path = `/api/recruitment/applications/${applicant.applicationId}/submit`;
  const { number } = await client.post<ApplicationView>(path, { declared: true });
  applicant.number = number;
  if (number) world.byNumber.set(number, applicant);
}

async function signUpTooLate(world: World): Promise<void> {
  const late = world.applicants.filter((applicant) => habitOf(world, applicant) === 'late');
  await forEach(late, width, async (applicant) => {
    await world.mustRefuse('milestone.closed', await world.asPerson(applicant), (client) =>
      client.post(`/api/recruitment/applications/${applicant.applicationId}/submit`, { declared: true }),
    );
  });
}

/** Faculties, then universities; what was returned is corrected, submitted again and reviewed again. */
async function reviewAll(world: World): Promise<void> {
  const isFirstTime = new Set<string>();
  for (let round = 1; round <= 2; round += 1) {
    await review(world, 'faculty', isFirstTime);
    await review(world, 'university', isFirstTime);
    if (round === 1) await correctReturned(world);
  }
}

type Decision = 'pass' | 'return' | 'reject';
const opinions: Readonly<Record<Decision, string>> = {
  pass: '情况属实，同意推荐',
  return: '联系方式和专业名称与学籍信息不一致，请核对后重新提交',
  reject: '经谈话了解，本人尚未完成学业，不符合报名条件',
};

async function review(world: World, stage: 'faculty' | 'university', seen: Set<string>): Promise<void> {
  const logins = world.universities.flatMap((code) =>
    stage === 'faculty' ? faculties.map((_, at) => `fac-${code}-${at + 1}`) : [`uni-${code}.officer`],
  );
  const status = stage === 'faculty' ? 'submitted' : 'faculty-passed';
  await forEach(logins, 8, async (login) => {
    const client = await world.as(login);
    const rows = await client.all<ApplicationRow>(`/api/recruitment/applications?season=${season}&status=${status}`);
    const byDecision = new Map<Decision, string[]>();
    for (const { id } of rows) {
      const decision = decisionOn(world, id, stage, seen);
      byDecision.set(decision, [...(byDecision.get(decision) ?? []), id]);
    }
    for (const [decision, ids] of byDecision) await decide(client, decision, ids);
  });
}

function decisionOn(world: World, id: string, stage: string, seen: Set<string>): Decision {
  const index = world.byApplication.get(id)?.person.index ?? -1;
  const draw = world.chance('review', stage, index).next();
  if (draw < 0.03) return 'reject';
  if (draw >= 0.08 || seen.has(`${stage} ${id}`)) return 'pass';
  seen.add(`${stage} ${id}`);
  return 'return';
}

async function decide(client: Client, decision: Decision, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 200) {
    const rows = await client.post<RowResult[]>('/api/recruitment/applications/bulk-review', {
      ...{ ids: ids.slice(from, from + 200), decision, opinion: opinions[decision], talked: true },
    });
    const failed = rows.find(({ done }) => !done);
    if (failed) throw new Error(`a review was not taken: ${failed.code}`);
  }
}

/** Whoever's form came back corrects it in time, or finds the window closed. */
async function correctReturned(world: World): Promise<void> {
  const region = await world.as('region.officer');
  const rows = await region.all<ApplicationRow>(`/api/recruitment/applications?season=${season}&status=returned`);
  await forEach(rows, width, async ({ id }) => {
    const applicant = world.applicantOf(id);
    const client = await world.asPerson(applicant);
    try {
      const { version } = await ownApplication(client);
      const form = { skills: '计算机二级', emergencyName: applicant.person.form.emergencyName };
      await client.put(`/api/recruitment/applications/${id}/draft`, form, version);
      await submit(world, client, applicant);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'milestone.closed') throw error;
      world.met(error.code);
    }
  });
}

/** 在招募平台确认并选择意向服务地; a few forget, and are not in the exam. */
async function confirmAll(world: World): Promise<void> {
  const region = await world.as('region.officer');
  const rows = await region.all<ApplicationRow>(
    `/api/recruitment/applications?season=${season}&status=university-passed`,
  );
  await forEach(rows, width, async ({ id }) => {
    const applicant = world.applicantOf(id);
    const { index, counties, form } = applicant.person;
    const chance = world.chance('confirmation', index);
    if (chance.happens(0.04)) return;
    const client = await world.asPerson(applicant);
    if (chance.happens(0.01)) {
      await client.post(`/api/recruitment/applications/${id}/withdraw`);
      return;
    }
    const { specials, acceptsReassignment } = form;
    const confirmation = { counties, specials, acceptsReassignment };
    await client.post(`/api/recruitment/applications/${id}/confirm`, confirmation);
  });
  await quiet(world);
}

export async function countApplications(world: World): Promise<void> {
  const region = await world.as('region.officer');
  const page = await region.get<{ total: number; facets: { status?: Record<string, number> } }>(
    `/api/recruitment/applications?season=${season}&limit=1`,
  );
  world.count('sign-up', 'person', 'accounts', world.applicants.length);
  world.count('sign-up', 'person', 'windows announced', announced.length);
  world.count('sign-up', 'region', 'applications', page.total);
  for (const [status, number] of Object.entries(page.facets.status ?? {})) {
    world.count('sign-up', 'region', `… ${status}`, number);
  }
}
