import type { LegalDate } from '@xibu/domain';
import type { AgreementParty, AgreementStatus, AgreementTermsView } from '@xibu/domain/placement/api';

export interface Signature {
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
}

/** 三方服务协议 between the county office, the unit and the volunteer, for one year (notice 1). */
export interface Agreement {
  readonly id: string;
  /** `X<报名编号>-<n>`: the same in every run of a season. */
  readonly agreementNumber: string;
  readonly volunteerId: string;
  readonly number: string;
  readonly season: string;
  readonly accountId: string;
  readonly county: number;
  readonly unit: string;
  readonly postId: string;
  /** `annex` for a change of post, `extension` for the next year. */
  readonly kind: 'first' | 'extension' | 'annex';
  readonly status: AgreementStatus;
  /** Both days included. */
  readonly from: LegalDate;
  readonly to: LegalDate;
  /** The post as it stood when the agreement was made. */
  readonly terms: AgreementTermsView;
  readonly signatures: Readonly<Partial<Record<AgreementParty, Signature>>>;
  readonly lateReason: string | null;
  readonly lateUntil: LegalDate | null;
  readonly signedOn: LegalDate | null;
  readonly updatedAt: Date;
  readonly version: number;
}
