import type { FundingRow, InsuranceRow, PrepareAdjustmentRequest, RateRow } from '@xibu/domain/finance/api';

/**
 * Amounts that the notice does not give. They are invented data of the simulated season, near what such programmes pay,
 * and stand for no real budget, bank or insurer.
 */
export const invented = {
  documentNumber: '模拟数据〔2023〕1号',
  /** A wage base declared to the agency, by person: one of these. */
  bases: [380_000, 420_000, 450_000, 500_000],
  premiumFen: 12_000,
  insurer: '模拟财产保险公司',
} as const;

const region = 150000;

/** Monthly rates: a living subsidy everywhere, hardship in the far leagues, an incentive on local projects. */
export function ratesOf(leagueCities: readonly number[]): RateRow[] {
  const hard = leagueCities.filter((_, index) => index % 3 === 0);
  return [
    { component: 'living', project: 'national', place: region, fen: 285_000, proration: 'calendar' },
    { component: 'living', project: 'local', place: region, fen: 260_000, proration: 'calendar' },
    ...hard.map((place) => {
      return { component: 'hardship', project: '*' as const, place, fen: 35_000, proration: 'half' as const };
    }),
    { component: 'incentive', project: 'local', place: region, fen: 15_000, proration: 'whole' },
  ];
}

/** Central money first on the national project; league-cities and counties carry the local one. */
export const fundingLayers: readonly FundingRow[] = [
  { project: 'national', place: region, ord: 1, source: 'central', fen: 200_000 },
  { project: 'national', place: region, ord: 2, source: 'provincial', fen: null },
  { project: 'local', place: region, ord: 1, source: 'league-city', fen: 120_000 },
  { project: 'local', place: region, ord: 2, source: 'county', fen: null },
];

/** Schemes of the local agency, shares of the base in parts per million. */
export const insuranceTerms: readonly InsuranceRow[] = [
  {
    ...{ scheme: 'pension', place: region, personalPpm: 80_000, employerPpm: 160_000 },
    ...{ floorFen: 401_700, ceilingFen: 2_008_500, unitFen: 1, mode: 'half-up' },
  },
  {
    ...{ scheme: 'medical', place: region, personalPpm: 20_000, employerPpm: 60_000 },
    ...{ floorFen: 401_700, ceilingFen: 2_008_500, unitFen: 10, mode: 'up' },
  },
  {
    ...{ scheme: 'injury', place: region, personalPpm: 0, employerPpm: 2_000 },
    ...{ floorFen: null, ceilingFen: null, unitFen: 1, mode: 'half-up' },
  },
];

/** In spring the living subsidy of the national project rises; earlier months stay as they are. */
export const springRise: PrepareAdjustmentRequest = {
  ...{ title: '全国项目生活补贴标准调整（模拟）', documentNumber: '模拟数据〔2024〕2号', from: '2024-03-01' },
  rates: [{ component: 'living', project: 'national', place: region, fen: 300_000, proration: 'calendar' }],
};
