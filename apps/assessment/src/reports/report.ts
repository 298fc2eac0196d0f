import type { LegalDate, Month } from '@xibu/domain';
import type { ReportContent, ReportStatus } from '@xibu/domain/assessment/api';

/** 在岗情况和安全事故月报: one county, one month. */
export interface Report {
  /** `152201:2023-09` */
  readonly id: string;
  readonly county: number;
  readonly month: Month;
  readonly status: ReportStatus;
  readonly dueOn: LegalDate;
  /** What the system counted on the last day of the month when the report was opened. */
  readonly expectedOnPost: number;
  readonly content: ReportContent | null;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly late: boolean;
  readonly checks: readonly {
    readonly tier: 'league-city' | 'region';
    readonly by: string;
    readonly at: string;
    readonly remark: string;
  }[];
}
