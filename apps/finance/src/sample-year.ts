import type { LegalDate } from '@xibu/domain';
import type { AdjustmentRows, PreparePolicyRequest } from '@xibu/domain/finance/api';

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
    ...{
      identityNumber: `1502012001010${serial}X`,
      county,
      unit: `${county}-school`,
      from: '2023-08-01',
      to: null,
      ...changes,
    },
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

/** A policy that is just enough for 2023-2024; the insurer is made up. */
export const samplePolicy: PreparePolicyRequest = {
  ...{ season: '2023-2024', place: 150000, insurer: '示例保险公司', number: 'BX-2023-0001', premiumFen: 20_000 },
  covers: {
    ...{ accidentFen: 80_000_000, criticalIllnessFen: 80_000_000 },
    ...{ hospitalFen: 30_000_000, accidentMedicalFen: 20_000_000 },
  },
  ...{ from: '2022-12-01', to: '2024-08-10' },
};
