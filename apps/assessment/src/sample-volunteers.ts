import { ServiceRecorded, VolunteerCheckedIn } from '@xibu/domain/placement/events';
import { PersonIdentified } from '@xibu/domain/recruitment/events';
import { react, type TestDatabase } from '@xibu/platform/testing';
import { receivedOf } from '@xibu/platform/testing-season';
import { WhenVolunteerServed } from './volunteers/when-volunteer-served.js';

/** Made-up volunteers in service since 1 August 2023, for specs: `n` people of one county, numbered in order. */
export async function serve(db: TestDatabase, county: number, n: number, unit = `${county}-school`): Promise<string[]> {
  const copies = new WhenVolunteerServed();
  const ids: string[] = [];
  for (let index = 1; index <= n; index += 1) {
    const number = `2023-15-${county}${String(index).padStart(3, '0')}`;
    const of = {
      volunteerId: `v-${number}`,
      number,
      accountId: `a-${number}`,
      applicationId: `p-${number}`,
      season: '2023-2024',
      county,
    };
    const spans = [{ from: '2023-08-01', to: null, county, unit, projectKind: 'national' as const, paid: true }];
    await react(db, async (tx) => {
      await copies.served(receivedOf(ServiceRecorded(of.volunteerId, { ...of, spans })), tx);
      await copies.checkedIn(receivedOf(VolunteerCheckedIn(of.volunteerId, { ...of, on: '2023-07-25' })), tx);
      await copies.identified(
        receivedOf(
          PersonIdentified(of.accountId, {
            ...{
              accountId: of.accountId,
              name: '娜仁·测试',
              sex: '2',
              birthDate: '2001-03-15',
              identityNumberMasked: '1506**********0011',
            },
            ...{
              identityNumberSealed: 'sealed',
              university: '4115010126',
              major: '汉语言文学',
              firstDegreeGraduatesOn: '2023-06-30',
            },
          }),
        ),
        tx,
      );
    });
    ids.push(of.volunteerId);
  }
  return ids;
}
