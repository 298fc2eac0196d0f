import type { BaseRow, FundingRow, InsuranceRow, RateRow } from '@xibu/domain/finance/api';
import { keyOf } from '../subsidy-runs/dated-rows.rules.js';
import type { FundingLayer, InsuranceTerms, Rate, RunTables } from '../subsidy-runs/run-inputs.js';
import type { AdjustmentTerms, Dated } from './adjustment.js';

/** A division code as the run writes it: six digits of text. */
export const placeText = (division: number): string => String(division).padStart(6, '0');

export const rateOf = ({ place, ...row }: Dated<RateRow>): Rate => ({ ...row, place: placeText(place) });
export const layerOf = ({ place, ...row }: Dated<FundingRow>): FundingLayer => ({ ...row, place: placeText(place) });
export const termsOf = ({ place, ...row }: Dated<InsuranceRow>): InsuranceTerms => ({
  ...row,
  place: placeText(place),
});

export function tablesOf({ rates, funding, insurance }: Omit<AdjustmentTerms, 'bases'>): RunTables {
  return { rates: rates.map(rateOf), funding: funding.map(layerOf), insurance: insurance.map(termsOf) };
}

/** What a row is about: a later row about the same supersedes it. The layers of one place and project are one set. */
export const subjects = {
  rates: ({ component, project, place }: Rate) => keyOf(component, project, place),
  funding: ({ project, place }: FundingLayer) => keyOf(project, place),
  insurance: ({ scheme, place }: InsuranceTerms) => keyOf(scheme, place),
  bases: ({ accountId }: Pick<BaseRow, 'accountId'>) => accountId,
} as const;
