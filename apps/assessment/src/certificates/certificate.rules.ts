import { type Fact, type Grade, type LegalDate, Refusal } from '@xibu/domain';
import { CertificateIssued, CertificateRevoked } from '@xibu/domain/assessment/events';
import type { ServiceLength } from './service-length.rules.js';

/** 志愿服务证书: what it states, fixed when it is issued. */
export interface Certificate {
  readonly number: string;
  readonly volunteerId: string;
  readonly account: string;
  readonly season: string;
  readonly county: number;
  readonly holder: string;
  readonly serviceFrom: LegalDate;
  readonly serviceTo: LegalDate;
  readonly serviceDays: number;
  readonly startOfWork: LegalDate;
  readonly grade: Grade;
  readonly issuedOn: LegalDate;
  readonly issuedBy: string;
  /** Signed by the service: can be checked without asking it. */
  readonly token: string;
  readonly revokedOn: LegalDate | null;
  readonly revokedReason: string | null;
}

export interface Completed {
  readonly volunteerId: string;
  readonly account: string;
  readonly season: string;
  readonly county: number;
  /** 报名编号: the certificate carries it. */
  readonly number: string;
  readonly holder: string;
  readonly leftKind: string | null;
  readonly startOfWork: LegalDate | null;
  readonly appraisal: { readonly grade: Grade } | null;
  readonly length: ServiceLength | null;
}

/** 服务期满考核合格的 (notice 3.1.4): a completed service, an appraisal, and no failing grade. */
export function issue(completed: Completed, by: string, today: LegalDate): [Omit<Certificate, 'token'>, Fact] {
  const { volunteerId, account, season, county, holder, appraisal, length, startOfWork } = completed;
  if (!appraisal) throw new Refusal('certificate.no-appraisal');
  if (completed.leftKind !== 'completed' || appraisal.grade === 'fail' || !length || !startOfWork) {
    throw new Refusal('certificate.not-passed', { clause: '3.1.4' });
  }
  const number = `XB-${completed.number}`;
  const certificate = {
    ...{ number, volunteerId, account, season, county, holder, startOfWork, grade: appraisal.grade },
    ...{ serviceFrom: length.from, serviceTo: length.to, serviceDays: length.days },
    ...{ issuedOn: today, issuedBy: by, revokedOn: null, revokedReason: null },
  };
  return [
    certificate,
    CertificateIssued(number, { number, volunteerId, accountId: account, season, county, issuedOn: today }),
  ];
}

/** Revoked by another than the one who issued it, with a reason that the check page shows. */
export function revoke(certificate: Certificate, reason: string, by: string, today: LegalDate): [Certificate, Fact] {
  if (certificate.revokedOn !== null) throw new Refusal('certificate.revoked');
  if (certificate.issuedBy === by) throw new Refusal('four-eyes.same-person');
  const { number, account } = certificate;
  return [
    { ...certificate, revokedOn: today, revokedReason: reason },
    CertificateRevoked(number, { number, accountId: account, reason }),
  ];
}
