import { fact } from '../facts.js';

/** Key: account. The card itself never leaves finance. */
export const BankCardConfirmed = fact<{ readonly accountId: string; readonly lastFour: string }>(
  'finance.bank-card.confirmed.v1',
);
/** Key: run. */
export const SubsidyRunReleased = fact<{
  readonly runId: string;
  readonly county: number;
  readonly month: string;
  readonly people: number;
  readonly netFen: number;
}>('finance.subsidy-run.released.v1');
/** Key: county code as text. */
export const PayLate = fact<{ readonly county: number; readonly month: string; readonly dueOn: string }>(
  'finance.subsidy-run.late.v1',
);
interface OfPayment {
  readonly reference: string;
  readonly accountId: string;
  readonly county: number;
  readonly month: string;
  readonly fen: number;
}
/** Key: payment reference. */
export const PaymentAccepted = fact<OfPayment & { readonly valueDate: string }>('finance.payment.accepted.v1');
export const PaymentReturned = fact<OfPayment & { readonly reason: string }>('finance.payment.returned.v1');
/**
 * Key: account. Commercial cover of one person; placement lets nobody on post without it (notice 3.2.2). Days from
 * `from` up to but not including `to`; equal days mean that the cover never began.
 */
export const CommercialCoverSet = fact<{
  readonly accountId: string;
  readonly policyId: string;
  readonly from: string;
  readonly to: string | null;
}>('finance.insurance.cover-set.v1');
/**
 * Key: account. Days on post without cover, `to` not included: an alarm with an owner, told once. `owner` is the office
 * that has to act, as tier and division: `county:152201`, `region:150000`.
 */
export const CoverageGapFound = fact<{
  readonly accountId: string;
  readonly county: number;
  readonly kind: 'commercial' | 'social' | 'agreement' | 'pay';
  readonly from: string;
  readonly to: string;
  readonly owner: string;
}>('finance.insurance.gap-found.v1');
