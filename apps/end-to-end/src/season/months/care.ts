import type { TicketTopic } from '@xibu/domain/assessment/api';
import { at } from '../calendar.js';
import { forEach } from '../client.js';
import { quiet } from '../clock.js';
import type { World } from '../world.js';
import { serving } from './leaves.js';

/** 首问负责: questions of volunteers, taken and answered by their county; who is not content asks again. */
export async function ask(world: World, month: string): Promise<number> {
  let asked = 0;
  await forEach(await serving(world), 6, async ({ number, county }) => {
    const applicant = world.personNumbered(number);
    const chance = world.chance('ticket', applicant.person.index, month);
    if (!chance.happens(0.008)) return;
    const topic = chance.pick<TicketTopic>(['pay', 'life', 'work', 'policy']);
    const person = await world.asPerson(applicant);
    const officer = await world.as(`c-${county}.officer`);
    const { id } = await person.post<{ id: string }>('/api/assessment/tickets', {
      ...{ topic, text: '请问生活补贴什么时候发放到账？', anonymous: chance.happens(0.1) },
    });
    const path = `/api/assessment/tickets/${id}`;
    await officer.post(`${path}/take`);
    await officer.post(`${path}/answer`, { text: '每月十五日前发放，请留意短信通知' });
    const isContent = chance.happens(0.85);
    await person.post(`${path}/rate`, { rating: isContent ? 5 : 2 });
    if (!isContent) {
      await officer.post(`${path}/answer`, { text: '已向财务核实，本月补贴已于当日到账' });
      await person.post(`${path}/rate`, { rating: 4 });
    }
    asked += 1;
  });
  await quiet(world);
  return asked;
}

/** An accident that came of poor management: no volunteers to that county next year (notice 2.1.2). */
export async function haveAccident(world: World, day: string): Promise<number> {
  const county = world.counties[1] ?? 0;
  const [unit] = world.unitsOf(county);
  if (!unit) return county;
  const [officer, approver] = [await world.as(`unit-${unit.code}`), await world.as('region.approver')];
  const handler = await world.as(`c-${county}.officer`);
  const { id } = await officer.post<{ id: string }>('/api/assessment/incidents', {
    ...{ unit: unit.code, kind: 'fire', level: 'serious', happenedAt: at(day, '06:00') },
    ...{ place: '志愿者宿舍', people: 1, account: '宿舍取暖设备起火，一名志愿者轻度烧伤，已送医' },
  });
  const path = `/api/assessment/incidents/${id}`;
  await handler.post(`${path}/respond`, { text: '已启动应急预案，安置人员并通知家属' });
  await handler.post(`${path}/close`, { text: '人员康复，隐患已排除' });
  await approver.post(`${path}/conclude`, {
    ...{ managementFault: true, finding: '取暖设备未按规定检查，管理不善' },
  });
  await quiet(world);
  return county;
}
