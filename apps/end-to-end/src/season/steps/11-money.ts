import type { AdjustmentView, PrepareAdjustmentRequest, RecordArrivalRequest } from '@xibu/domain/finance/api';
import type { VolunteerRow } from '@xibu/domain/placement/api';
import { at, season } from '../calendar.js';
import { forEach } from '../client.js';
import { moveTo, quiet } from '../clock.js';
import { fundingLayers, insuranceTerms, invented, ratesOf } from '../invented-amounts.js';
import type { World } from '../world.js';
import type { Step } from './step.js';

/** 标准、经费、缴费基数: rates and layers by a document, money in the counties' accounts, a base for everybody. */
export const money: Step = {
  name: 'rates, funds and wage bases',
  async run(world, progress) {
    await moveTo(world, at('2023-08-04', '10:00'));
    await adjust(world, {
      ...{ title: '2023-2024年度补贴标准（模拟）', documentNumber: invented.documentNumber, from: '2023-08-01' },
      ...{ rates: ratesOf(world.leagueCities()), funding: fundingLayers, insurance: insuranceTerms },
    });
    const based = await declareBases(world);
    const fen = await fund(world);
    world.count('money', 'county', 'yuan that arrived', Math.round(fen / 100));
    progress.say(
      `rates are in force, ${based} wage bases declared, ${Math.round(fen / 1_000_000)} × 10 000 yuan arrived`,
    );
  },
};

/** Prepared by one, tried on the last month, approved by another. */
export async function adjust(world: World, request: PrepareAdjustmentRequest): Promise<void> {
  const [officer, approver] = [await world.as('region.finance'), await world.as('region.approver')];
  const { id } = await officer.post<AdjustmentView>('/api/finance/adjustments', request);
  await world.mustRefuse('adjustment.not-tried', approver, (client) =>
    client.post(`/api/finance/adjustments/${id}/approve`),
  );
  await officer.post(`/api/finance/adjustments/${id}/dry-run`);
  await approver.post(`/api/finance/adjustments/${id}/approve`);
  await quiet(world);
}

/** A few bases are forgotten; those people stand in the exceptions until they are declared. */
async function declareBases(world: World): Promise<number> {
  const region = await world.as('region.officer');
  const rows = await region.all<VolunteerRow>(
    `/api/placement/volunteers?season=${season}&status=dispatched,agreement-signed`,
  );
  const bases = rows.flatMap(({ number }) => {
    const { accountId, person } = world.personNumbered(number);
    const chance = world.chance('base', person.index);
    const fen = chance.pick(invented.bases);
    return chance.happens(0.01) ? [] : [{ accountId, fen }];
  });
  await inSlices(bases, 500, (slice) =>
    adjust(world, {
      ...{ title: '社会保险缴费基数申报（模拟）', documentNumber: invented.documentNumber, from: '2023-08-01' },
      bases: slice,
    }),
  );
  return bases.length;
}

export async function declareForgottenBase(world: World, accountId: string): Promise<void> {
  await adjust(world, {
    ...{ title: '补报缴费基数（模拟）', documentNumber: invented.documentNumber, from: '2023-08-01' },
    bases: [{ accountId, fen: invented.bases[0] }],
  });
}

async function inSlices<Item>(
  items: readonly Item[],
  size: number,
  work: (slice: Item[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < items.length; from += size) await work(items.slice(from, from + size));
}

/** The money of both budget years arrives in the counties, by project and source. */
async function fund(world: World): Promise<number> {
  let total = 0;
  await forEach(world.counties, 6, async (county) => {
    const officer = await world.as(`c-${county}.finance`);
    const rows = fundingLayers.map(
      ({ project, source }): RecordArrivalRequest => ({
        ...{ county, project: project === '*' ? 'local' : project, source, budgetYear: 2023, purpose: 'subsidy' },
        ...{ fen: 120_000_000, arrivedOn: '2023-08-01', documentNumber: `财行〔2023〕${county}` },
      }),
    );
    await officer.post('/api/finance/fund-arrivals/bulk', { rows });
    total += rows.reduce((sum, { fen }) => sum + fen, 0);
  });
  return total;
}
