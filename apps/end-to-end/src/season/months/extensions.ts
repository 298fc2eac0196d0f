import type { ExtensionView } from '@xibu/domain/placement/api';
import { forEach } from '../client.js';
import { quiet } from '../clock.js';
import type { World } from '../world.js';
import { serving } from './leaves.js';

/** 延期: asked for in March; the county, which knows the volunteer, says yes or no first. */
export async function askExtensions(world: World): Promise<number> {
  let asked = 0;
  await forEach(await serving(world), 8, async ({ number, county }) => {
    const applicant = world.personNumbered(number);
    const chance = world.chance('extension', applicant.person.index);
    if (!chance.happens(0.2)) return;
    const person = await world.asPerson(applicant);
    const { id } = await person.post<ExtensionView>('/api/placement/extensions', { reason: '愿意继续服务一年' });
    const officer = await world.as(`c-${county}.approver`);
    const approved = chance.happens(0.9);
    await officer.post(`/api/placement/extensions/${id}/agree`, {
      approved,
      reason: approved ? '同意' : '岗位不再设置',
    });
    asked += 1;
  });
  await quiet(world);
  return asked;
}
