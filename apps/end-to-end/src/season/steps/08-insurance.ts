import type { PolicyView, PreparePolicyRequest } from '@xibu/domain/finance/api';
import { at, nextSeason, season } from '../calendar.js';
import { moveTo, quiet } from '../clock.js';
import { invented } from '../invented-amounts.js';
import type { World } from '../world.js';
import type { Step } from './step.js';

/** Whoever stays on is covered by the policy of the next year. */
export async function insureNextYear(world: World): Promise<void> {
  const [officer, approver] = [await world.as('region.finance'), await world.as('region.approver')];
  const { id } = await officer.post<PolicyView>('/api/finance/insurance-policies', {
    ...{ season: nextSeason, place: 150000, insurer: invented.insurer, number: 'MN-2024-150000', covers },
    ...{ from: '2024-07-14', to: '2025-08-10', premiumFen: invented.premiumFen },
  });
  await approver.post<PolicyView>(`/api/finance/insurance-policies/${id}/approve`);
  await quiet(world);
}

const covers = {
  ...{ accidentFen: 80_000_000, criticalIllnessFen: 80_000_000 },
  ...{ hospitalFen: 30_000_000, accidentMedicalFen: 20_000_000 },
};

/** 商业保险: bought before anybody travels, and not below the sums of the notice. */
export const insurance: Step = {
  name: 'commercial insurance',
  async run(world, progress) {
    await moveTo(world, at('2023-07-13', '10:00'));
    const [officer, approver] = [await world.as('region.finance'), await world.as('region.approver')];
    const policy: PreparePolicyRequest = {
      ...{ season, place: 150000, insurer: invented.insurer, number: 'MN-2023-150000', covers },
      ...{ from: '2023-07-13', to: '2024-08-10', premiumFen: invented.premiumFen },
    };
    await world.mustRefuse('policy.sum-too-low', officer, (client) =>
      client.post('/api/finance/insurance-policies', { ...policy, covers: { ...covers, accidentFen: 100 } }),
    );
    const { id } = await officer.post<PolicyView>('/api/finance/insurance-policies', policy);
    const approved = await approver.post<PolicyView>(`/api/finance/insurance-policies/${id}/approve`);
    await quiet(world);
    world.count('insurance', 'region', 'people covered before report-in', approved.members);
    progress.say(`${approved.members} people are covered from three days before report-in`);
  },
};
