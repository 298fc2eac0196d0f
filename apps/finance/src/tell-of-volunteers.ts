import type { Received } from '@xibu/domain';
import { AgreementSigned, ServiceRecorded, type ServiceSpan } from '@xibu/domain/placement/events';
import { ApplicationAdmitted, PersonIdentified } from '@xibu/domain/recruitment/events';
import type { Sealing, Tx } from '@xibu/platform';
import { WhenApplicationDecided } from './people/when-application-decided.js';
import { WhenPersonIdentified } from './people/when-person-identified.js';
import { WhenVolunteerServes } from './people/when-volunteer-serves.js';
import type { SampleVolunteer } from './sample-year.js';

export type Hear = <Data>(fact: { type: string; key: string; data: Data }) => Received<Data>;

/** Tells finance of a volunteer as the bus would: admission, name, agreement, days of service. */
export async function tellOf(tx: Tx, volunteer: SampleVolunteer, sealing: Sealing, hear: Hear): Promise<void> {
  const { accountId, number, name, county, unit, from, to, identityNumber } = volunteer;
  const season = '2023-2024';
  const applicationId = `application-${accountId}`;
  const of = { volunteerId: `volunteer-${accountId}`, number, accountId, applicationId, season, county };
  await new WhenApplicationDecided().admit(
    hear(
      ApplicationAdmitted(applicationId, {
        ...{ applicationId, accountId, season, university: '4115010126', postId: 'post', county, number },
        confirmationNumber: `Q${number}`,
      }),
    ),
    tx,
  );
  await new WhenPersonIdentified(sealing).handle(
    hear(
      PersonIdentified(accountId, {
        ...{
          accountId,
          number,
          name,
          sex: '2',
          birthDate: '2001-01-01',
          university: '4115010126',
          major: '汉语言文学',
        },
        ...{ identityNumberMasked: '1502**********001X', identityNumberSealed: sealing.seal(identityNumber) },
        firstDegreeGraduatesOn: '2023-06-30',
      }),
    ),
    tx,
  );
  const serves = new WhenVolunteerServes();
  await serves.sign(
    hear(AgreementSigned(of.volunteerId, { ...of, postId: 'post', unit, from: '2023-08-01', to: '2024-07-31' })),
    tx,
  );
  await tellDays(tx, volunteer, [{ from, to, county, unit, projectKind: 'national', paid: true }], hear);
}

/** Tells the whole service of a volunteer anew. */
export async function tellDays(
  tx: Tx,
  { accountId, number, county }: SampleVolunteer,
  spans: readonly ServiceSpan[],
  hear: Hear,
): Promise<void> {
  const volunteerId = `volunteer-${accountId}`;
  const of = { volunteerId, number, accountId, applicationId: `application-${accountId}`, season: '2023-2024', county };
  await new WhenVolunteerServes().record(hear(ServiceRecorded(volunteerId, { ...of, spans })), tx);
}
