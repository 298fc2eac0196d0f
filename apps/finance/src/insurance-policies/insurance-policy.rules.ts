import { type Actor, addDays, type LegalDate, Refusal, type Rulebook } from '@xibu/domain';
import type { PolicyView, PreparePolicyRequest } from '@xibu/domain/finance/api';
import { requireAnother, sign, stepOf } from '../offices/signature.js';
import type { InsurancePolicy } from './insurance-policy.js';

/** What the year asks of a policy's days. */
export interface PolicyYear {
  /** The day on which report-in opens; null while it is not announced. */
  readonly reportInOn: LegalDate | null;
  readonly endsOn: LegalDate;
}

/** Sums and days are not below what the national office demands (全国项目办发〔2018〕14号). */
export function prepare(
  id: string,
  request: PreparePolicyRequest,
  { book: { values, clauses }, ...year }: PolicyYear & { readonly book: Rulebook },
  actor: Actor,
  now: Date,
): InsurancePolicy {
  const { season, place, insurer, number, covers, premiumFen } = request;
  const minimum = {
    accidentFen: values.insuranceAccidentFenMin,
    criticalIllnessFen: values.insuranceCriticalIllnessFenMin,
    hospitalFen: values.insuranceHospitalFenMin,
    accidentMedicalFen: values.insuranceAccidentMedicalFenMin,
  };
  for (const cover of Object.keys(minimum) as (keyof typeof minimum)[]) {
    if (covers[cover] >= minimum[cover]) continue;
    const clause = clauses.insuranceAccidentFenMin;
    throw new Refusal('policy.sum-too-low', { pointer: `/covers/${cover}`, minimumFen: minimum[cover], clause });
  }
  requireWholeYear(request, values, year, clauses.insuranceDaysBeforeReportIn);
  return {
    ...{ id, season, division: place, insurer: insurer.trim(), number: number.trim(), covers, premiumFen },
    ...{ fromDay: request.from as LegalDate, toDay: request.to as LegalDate, status: 'prepared' },
    ...{ prepared: sign(actor, now), approved: null, version: 1 },
  };
}

/** From some days before report-in to some days after the last one leaves. */
function requireWholeYear(
  { from, to }: PreparePolicyRequest,
  values: Rulebook['values'],
  { reportInOn, endsOn }: PolicyYear,
  clause: string,
): void {
  const latest = reportInOn === null ? null : addDays(reportInOn, -values.insuranceDaysBeforeReportIn);
  if (latest !== null && from > latest)
    throw new Refusal('policy.begins-late', { pointer: '/from', day: latest, clause });
  const earliest = addDays(endsOn, values.insuranceDaysAfterLeaving + 1);
  if (to < earliest) throw new Refusal('policy.ends-early', { pointer: '/to', day: earliest, clause });
}

export function approve(policy: InsurancePolicy, actor: Actor, now: Date): InsurancePolicy {
  if (policy.status !== 'prepared') throw new Refusal('policy.wrong-step', { status: policy.status });
  requireAnother(actor, policy.prepared);
  return { ...policy, status: 'approved', approved: sign(actor, now), version: policy.version + 1 };
}

export function viewOf(policy: InsurancePolicy, members: number): PolicyView {
  const { id, season, division, insurer, number, covers, fromDay, toDay, premiumFen, status, version } = policy;
  return {
    ...{ id, season, place: division, insurer, number, covers, from: fromDay, to: toDay, premiumFen, status, version },
    ...{ members, prepared: { by: policy.prepared.name, at: policy.prepared.at }, approved: stepOf(policy.approved) },
  };
}
