import type { LegalDate, Received } from '@xibu/domain';
import type { AdjustmentRows } from '@xibu/domain/finance/api';
import { AgreementSigned, ServiceRecorded, type ServiceSpan } from '@xibu/domain/placement/events';
import { ApplicationAdmitted, PersonIdentified } from '@xibu/domain/recruitment/events';
import type { Sealing, Tx } from '@xibu/platform';
import { WhenApplicationDecided } from './people/when-application-decided.js';
import { WhenPersonIdentified } from './people/when-person-identified.js';
import { WhenVolunteerServes } from './people/when-volunteer-serves.js';

/** A made-up volunteer; the numbers belong to nobody. */
export interface SampleVolunteer {
  readonly accountId: string;
  readonly number: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly county: number;
  readonly unit: string;
  readonly from: LegalDate;
  readonly to: LegalDate | null;
}

/** The n-th of a county: `152201` and 1 give account `a-152201-1`, number `2023-15-201001`. */
export function sampleVolunteer(county: number, n: number, changes: Partial<SampleVolunteer> = {}): SampleVolunteer {
  const serial = String(n).padStart(3, '0');
  return {
    ...{ accountId: `a-${county}-${n}`, number: `2023-15-${String(county).slice(3)}${serial}` },
    ...{ name: `测试${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${'春夏秋冬'[Math.floor(n / 10) % 4]}` },
    ...{ identityNumber: `1502012001010${serial}X`, county, unit: `${county}-school`, from: '2023-08-01', to: null, ...changes },
  };
}

/** A card number with a right check digit. */
export const sampleCard = (n: number): string => {
  const digits = `62280000000000${String(n).padStart(4, '0')}`;
  const sum = [...digits].reverse().reduce((all, digit, index) => {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

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
        ...{ accountId, number, name, sex: '2', birthDate: '2001-01-01', university: '4115010126', major: '汉语言文学' },
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

/** Standards that no notice gives: round numbers for specs. */
export const sampleTerms: AdjustmentRows = {
  rates: [
    { component: 'living', project: '*', place: 150000, fen: 240_000, proration: 'calendar' },
    { component: 'hardship', project: '*', place: 152200, fen: 30_000, proration: 'calendar' },
  ],
  funding: [
    { project: '*', place: 150000, ord: 1, source: 'central', fen: 200_000 },
    { project: '*', place: 150000, ord: 2, source: 'county', fen: null },
  ],
  insurance: [
    {
      ...{ scheme: 'pension', place: 150000, personalPpm: 80_000, employerPpm: 160_000, floorFen: null },
      ...{ ceilingFen: null, unitFen: 1, mode: 'half-up' },
    },
  ],
  bases: [],
};
