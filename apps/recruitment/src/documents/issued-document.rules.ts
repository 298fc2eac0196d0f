import type { DocumentCheck } from '@xibu/domain/recruitment/api';
import type { IssuedDocument } from './issued-document.js';

/** What a genuine signature says about a paper; null when the signature is not ours. */
export interface SignedClaims {
  readonly kind: string;
  readonly number: string;
  readonly holder: string;
  readonly digest: string;
  readonly issuedOn: string;
}

/** Compares a paper with the register. Nothing is told of a record that the paper itself does not show. */
export function check(
  kind: string,
  number: string,
  claims: SignedClaims | null,
  record: IssuedDocument | null,
): DocumentCheck {
  const no = (reason: DocumentCheck['reason']): DocumentCheck => ({
    ...{ isValid: false, reason, number },
    ...{ holder: null, issuedOn: null },
  });
  if (!claims) return no('forged');
  if (claims.kind !== kind || claims.number !== number) return no('other-number');
  if (!record) return no('unknown');
  const seen = { number, holder: claims.holder, issuedOn: claims.issuedOn };
  if (record.voidSince) return { ...seen, isValid: false, reason: 'void' };
  if (record.digest !== claims.digest) return { ...seen, isValid: false, reason: 'superseded' };
  return { ...seen, isValid: true, reason: null };
}
