import { addDays, type LegalDate, type Period, type Rulebook } from '@xibu/domain';

type Values = Pick<Rulebook['values'], 'insuranceDaysBeforeReportIn' | 'insuranceDaysAfterLeaving'>;

/**
 * The first day of cover: some days before report-in opens, so that the journey is covered. Whoever is admitted later
 * than that is covered from that day on; no insurer covers days that are over.
 */
export function coverStart(reportInOn: LegalDate, admittedOn: LegalDate, values: Values): LegalDate {
  const planned = addDays(reportInOn, -values.insuranceDaysBeforeReportIn);
  return planned < admittedOn ? admittedOn : planned;
}

/** The first day after cover: some days after the last day of service, so that the journey home is covered. */
export function coverEnd(leftOn: LegalDate, values: Values): LegalDate {
  return addDays(leftOn, values.insuranceDaysAfterLeaving + 1);
}

/** The days that a policy gives of those that are wanted; null when it gives none. */
export function within(wanted: Period, policy: { readonly from: LegalDate; readonly to: LegalDate }): Period | null {
  const from = wanted.from < policy.from ? policy.from : wanted.from;
  const to = wanted.to === null || policy.to < wanted.to ? policy.to : wanted.to;
  return from < to ? { from, to } : null;
}

/** A cover that is no longer wanted on a day: it ends that day, or never began. */
export function endOn(from: LegalDate, day: LegalDate): { readonly to: LegalDate; readonly status: 'ended' | 'void' } {
  return day <= from ? { to: from, status: 'void' } : { to: day, status: 'ended' };
}
