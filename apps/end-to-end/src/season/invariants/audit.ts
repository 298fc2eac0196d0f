import { forEach } from '../client.js';
import { passAMinute } from '../clock.js';
import type { Invariant } from './invariant.js';

interface Verdict {
  readonly intact: boolean;
  readonly linked: number;
  readonly waiting: number;
  readonly broken?: { readonly seq: number; readonly reason: string };
}

export const auditIsWhole: Invariant = {
  name: 'the audit chain of every service verifies',
  async check({ world, databases }) {
    const auditor = await world.as('auditor');
    // The chain takes in what was written last at the turn of the minute.
    await passAMinute(world);
    const wrong: string[] = [];
    await forEach(databases.known(), 2, async (service) => {
      const { intact, linked, waiting, broken } = await auditor.get<Verdict>(`/api/${service}/audit/verify`);
      world.count('audit', service, 'entries in the chain', linked);
      if (!intact) wrong.push(`${service}: link ${broken?.seq}: ${broken?.reason}`);
      if (waiting > 0) wrong.push(`${service}: ${waiting} entries are not in the chain`);
    });
    return wrong;
  },
};
