/** 预录取: what the last round that took part decided for one applicant. */
export interface Preselection {
  readonly applicationId: string;
  readonly season: string;
  readonly accountId: string;
  readonly division: number;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly roundId: string;
  readonly outcome: 'placed' | 'unplaced';
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly county: number | null;
  readonly decidedAt: Date;
}
