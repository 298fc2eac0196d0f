import type { ReportRow } from '@xibu/domain/assessment/api';
import { forEach } from '../client.js';
import { quiet } from '../clock.js';
import type { World } from '../world.js';

/** 月报 of the counties: on time or, in a few places, late; a count that differs from the system's must be explained. */
export async function report(world: World, month: string, time: 'on-time' | 'late'): Promise<number> {
  let sent = 0;
  await forEach(world.counties, 6, async (county) => {
    const chance = world.chance('report', county, month);
    if (chance.happens(0.04) !== (time === 'late')) return;
    const officer = await world.as(`c-${county}.officer`);
    const rows = await officer.all<ReportRow>(`/api/assessment/reports?month=${month}&status=due`);
    for (const { id, expectedOnPost } of rows) {
      const miscounts = chance.happens(0.05) && expectedOnPost > 0;
      const content = {
        ...{ onPost: expectedOnPost - (miscounts ? 1 : 0), onLeave: 0, absent: 0, left: 0, ill: 0, accidents: 0 },
        ...{ dormitoriesChecked: true, problems: '', explanation: '' },
      };
      const path = `/api/assessment/reports/${id}/submit`;
      if (miscounts) {
        await world.mustRefuse('report.unexplained', officer, (client) => client.post(path, content));
        await officer.post(path, { ...content, explanation: '一名志愿者当日外出参加培训' });
      } else {
        await officer.post(path, content);
      }
      sent += 1;
    }
  });
  return sent;
}

/** Checked upward, tier by tier. */
export async function checkReports(world: World, month: string): Promise<void> {
  await forEach(world.leagueCities(), 4, async (code) => {
    const officer = await world.as(`lc-${code}.officer`);
    const rows = await officer.all<ReportRow>(`/api/assessment/reports?month=${month}&status=submitted`);
    if (rows.length === 0) return;
    await officer.post('/api/assessment/reports/league-check', { ids: rows.map(({ id }) => id), remark: '' });
  });
  const region = await world.as('region.officer');
  const rows = await region.all<ReportRow>(`/api/assessment/reports?month=${month}&status=league-checked`);
  if (rows.length > 0) {
    await region.post('/api/assessment/reports/region-check', { ids: rows.map(({ id }) => id), remark: '' });
  }
  await quiet(world);
}
