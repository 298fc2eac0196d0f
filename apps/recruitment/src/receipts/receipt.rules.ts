import type { ReceiptCheck } from '@xibu/domain/recruitment/api';

/** Compares what a receipt says with the form that somebody holds. Of a forged one nothing is repeated. */
export function checkReceipt(
  claims: { readonly number: string; readonly digest: string; readonly submittedAt: string } | null,
  digest: string,
): ReceiptCheck {
  if (!claims) return { isValid: false, reason: 'forged', number: null, submittedAt: null };
  const { number, submittedAt } = claims;
  if (claims.digest !== digest) return { isValid: false, reason: 'other-form', number, submittedAt };
  return { isValid: true, reason: null, number, submittedAt };
}
