import { actorOf, as, type TestDatabase } from '@xibu/platform/testing';
import { DecideAdjustment } from './adjustments/decide-adjustment.js';
import { PrepareAdjustment } from './adjustments/prepare-adjustment.js';
import { TryAdjustment } from './adjustments/try-adjustment.js';
import { type SampleVolunteer, sampleTerms } from './sample-year.js';

/** Standards for the whole region, and a base of its own for each of these people, decided without a running service. */
export async function decideTerms(
  { database, clock }: TestDatabase,
  people: readonly Pick<SampleVolunteer, 'accountId'>[],
): Promise<void> {
  const [prepares, approves] = [
    actorOf('region.finance-officer', { division: 150000 }),
    actorOf('region.approver', { division: 150000 }),
  ];
  const bases = people.map(({ accountId }, index) => ({ accountId, fen: 400_000 + index * 1_111 }));
  const request = { title: '补贴标准', documentNumber: '1', from: '2023-07-01', ...sampleTerms, bases };
  const { id } = await as(prepares, () => new PrepareAdjustment(database, clock).run(request, prepares));
  await as(prepares, () => new TryAdjustment(database, clock).run(id, prepares));
  await as(approves, () => new DecideAdjustment(database, clock).approve(id, approves));
}
