import type { MilestoneWindow } from '@xibu/domain/programme/api';
import { announced, at, season } from '../calendar.js';
import { forEach } from '../client.js';
import { moveTo, quiet } from '../clock.js';
import type { World } from '../world.js';
import type { Step } from './step.js';

/** 年度启动: the season, its rules and its calendar, each prepared by one and decided by another; and the notice. */
export const openSeason: Step = {
  name: 'season, rules and calendar',
  async run(world, progress) {
    await moveTo(world, at('2023-04-01', '08:30'));
    await openYear(world, season, '内团联发〔2023〕6号', announced);
    await issueNotice(world);
    await quiet(world);
    progress.say(`season ${season} is open: ${announced.length} windows`);
  },
};

/** A season with its rules and windows, each prepared by one and decided by another. */
export async function openYear(
  world: World,
  year: string,
  noticeNumber: string,
  windows: readonly MilestoneWindow[],
): Promise<void> {
  const [officer, approver] = [await world.as('region.officer'), await world.as('region.approver')];
  await approver.post('/api/programme/seasons', { season: year, region: 150000 });
  const book = await officer.post<{ id: string }>('/api/programme/rulebooks/first', { season: year });
  await world.mustRefuse('permission.missing', officer, (client) =>
    client.post(`/api/programme/rulebooks/${book.id}/publish`),
  );
  await approver.post(`/api/programme/rulebooks/${book.id}/publish`);
  await announce(world, year, noticeNumber, windows);
}

/** One notice sets windows: the officer prepares, the approver sets. */
export async function announce(
  world: World,
  year: string,
  noticeNumber: string,
  windows: readonly MilestoneWindow[],
  reason?: string,
): Promise<void> {
  const [officer, approver] = [await world.as('region.officer'), await world.as('region.approver')];
  const path = `/api/programme/seasons/${year}/milestone-changes`;
  const change = await officer.post<{ id: string }>(path, { noticeNumber, windows, ...(reason ? { reason } : {}) });
  await approver.post(`/api/programme/milestone-changes/${change.id}/set`);
}

/** The notice goes down to every tier; most offices send their receipt, some forget. */
async function issueNotice(world: World): Promise<void> {
  const officer = await world.as('region.officer');
  const { id } = await officer.post<{ id: string }>('/api/programme/notices', {
    ...{ number: '内团联发〔2023〕6号', title: '关于做好2023-2024年度大学生志愿服务西部计划工作的通知' },
    text: '请各级项目办按照时间节点做好岗位申报、招募选拔、派遣和服务管理工作。',
    ...{ tiers: ['league-city', 'county', 'university'], isPublic: true, receiptDueOn: '2023-04-15' },
  });
  const logins = [
    ...world.leagueCities().map((code) => `lc-${code}.officer`),
    ...world.counties.map((code) => `c-${code}.officer`),
    ...world.universities.map((code) => `uni-${code}.officer`),
  ].filter((login) => !world.chance('receipt', login).happens(0.05));
  await forEach(logins, 8, async (login) => {
    const client = await world.as(login);
    await client.get(`/api/programme/notices/${id}`);
    await client.post(`/api/programme/notices/${id}/receive`, {});
  });
  world.count('season', 'county and university', 'receipts of the notice', logins.length);
}
