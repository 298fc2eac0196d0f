import type { Classes, MetPreferences, QualifiedListStatus, RankingRule } from '@xibu/domain/recruitment/api';
import type { NotQualifiedReason } from '@xibu/domain/recruitment/events';

/** 入围名单: who of those with a score may take part in a placement round. */
export interface QualifiedList {
  readonly id: string;
  readonly season: string;
  readonly division: number;
  readonly status: QualifiedListStatus;
  /** What it goes by; stored so that the list can be explained and made again. */
  readonly rule: RankingRule;
  readonly preparedBy: string;
  readonly preparedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
}

/** One applicant on it: the inputs, what the rule made of them, and why. */
export interface QualifiedEntry {
  readonly listId: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly division: number;
  readonly outcome: 'qualified' | 'not-qualified';
  readonly reasons: readonly NotQualifiedReason[];
  readonly scoreHundredths: number;
  readonly minimumScoreHundredths: number;
  /** Anonymous, the same wherever the season is run. */
  readonly code: string;
  readonly classes: Classes;
  readonly met: MetPreferences;
}
