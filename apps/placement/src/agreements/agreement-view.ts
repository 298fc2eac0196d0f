import type { AgreementRow, AgreementView } from '@xibu/domain/placement/api';
import type { Agreement } from './agreement.js';

export function viewOfAgreement(agreement: Agreement, name: string): AgreementView {
  const { volunteerId, postId, terms, signatures, lateReason } = agreement;
  return { ...rowOf(agreement, name), volunteerId, postId, terms, signatures, lateReason };
}

function rowOf(agreement: Agreement, name: string): AgreementRow {
  const { id, agreementNumber, number, season, county, unit, kind, status, from, to, signedOn } = agreement;
  return {
    ...{ id, agreementNumber, number, name, season, county, unit, kind, status, from, to, signedOn },
    signedByVolunteer: Boolean(agreement.signatures.volunteer),
    signedByUnit: Boolean(agreement.signatures.unit),
    signedByCounty: Boolean(agreement.signatures.county),
  };
}
