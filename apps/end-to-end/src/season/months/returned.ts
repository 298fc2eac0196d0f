import type { PaymentLineRow } from '@xibu/domain/finance/api';
import { forEach } from '../client.js';
import { quiet } from '../clock.js';
import { cardOf } from '../people.js';
import { confirmCards, give } from '../steps/12-second-registration.js';
import type { World } from '../world.js';
import { handsOf } from './hands.js';

/** After a payment came back: some give a new card, for the others the office asks the bank to try again. */
export async function mendReturned(world: World): Promise<number> {
  let mended = 0;
  await forEach(world.counties, 6, async (county) => {
    const { prepares, releases } = await handsOf(world, county);
    const lines = await prepares.all<PaymentLineRow>(`/api/finance/payments?county=${county}&state=returned`);
    for (const line of lines.filter(({ replacedBy }) => replacedBy === null)) {
      const applicant = world.personNumbered(line.number);
      const { index, form } = applicant.person;
      mended += 1;
      if (world.chance('mend', index, line.month).happens(0.5)) {
        world.newCards += 1;
        await give(
          await world.asPerson(applicant),
          cardOf(1_000_000 + index * 20 + Number(line.month.slice(5))),
          form.name,
        );
      } else {
        await releases.post(`/api/finance/payments/${line.reference}/retry`, { reason: '银行确认账户已恢复正常' });
      }
    }
  });
  await quiet(world);
  await confirmCards(world);
  return mended;
}
