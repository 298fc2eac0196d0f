import { type Actor, type LegalDate, Refusal } from '@xibu/domain';
import type { ArrivalView, FundKey, FundPurpose, RecordArrivalRequest } from '@xibu/domain/finance/api';
import { placeText } from '../adjustments/term-rows.rules.js';
import type { Entry, Fund } from '../ledger/posting.js';
import { movement, reversal } from '../ledger/posting.rules.js';
import { requireAnother, requireReason, sign, stepOf } from '../offices/signature.js';
import type { FundArrival } from './fund-arrival.js';

const bankOf = { subsidy: 'subsidy-bank', office: 'office-bank' } as const;
const grantOf = { subsidy: 'subsidy-grant', office: 'office-grant' } as const;

export function fundOf({ county, project, source, budgetYear }: FundKey): Fund {
  return { county: placeText(county), project, source, budgetYear };
}

export function bankFor(purpose: FundPurpose): 'subsidy-bank' | 'office-bank' {
  return bankOf[purpose];
}

/** Money has come: it stands at the bank, and where it came from is noted. */
export function arrive(
  id: string,
  request: RecordArrivalRequest,
  today: LegalDate,
  actor: Actor,
  now: Date,
): [FundArrival, Entry[]] {
  const { county, purpose, fen } = request;
  if (request.arrivedOn > today) throw new Refusal('fund.in-the-future', { pointer: '/arrivedOn' });
  const { project, source, budgetYear, documentNumber } = request;
  const arrival: FundArrival = {
    ...{ id, division: county, project, source, budgetYear, purpose, fen, documentNumber: documentNumber.trim() },
    ...{ arrivedOn: request.arrivedOn as LegalDate, recorded: sign(actor, now) },
    ...{ reversed: null, reason: null, version: 1 },
  };
  return [arrival, movement(fundOf(request), bankOf[purpose], grantOf[purpose], fen)];
}

/** A wrong entry is taken back by another person; the ledger keeps both. */
export function reverse(arrival: FundArrival, reason: string, actor: Actor, now: Date): [FundArrival, Entry[]] {
  if (arrival.reversed) throw new Refusal('fund.reversed');
  requireAnother(actor, arrival.recorded);
  const { division, project, source, budgetYear, purpose, fen } = arrival;
  const fund = fundOf({ county: division, project, source, budgetYear });
  return [
    { ...arrival, reversed: sign(actor, now), reason: requireReason(reason), version: arrival.version + 1 },
    reversal(movement(fund, bankOf[purpose], grantOf[purpose], fen)),
  ];
}

export function viewOf(arrival: FundArrival): ArrivalView {
  const { id, division, project, source, budgetYear, purpose, fen, arrivedOn, documentNumber, reason, version } =
    arrival;
  return {
    ...{ id, county: division, project, source, budgetYear, purpose, fen, arrivedOn, documentNumber, reason, version },
    ...{ recorded: { by: arrival.recorded.name, at: arrival.recorded.at }, reversed: stepOf(arrival.reversed) },
  };
}
