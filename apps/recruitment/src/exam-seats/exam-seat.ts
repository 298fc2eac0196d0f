/** 准考证与成绩: where one applicant sits, and what came of it. */
export interface ExamSeat {
  readonly applicationId: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly division: number;
  readonly university: string | null;
  readonly faculty: string | null;
  /** 准考证号 */
  readonly ticket: string;
  readonly site: string;
  readonly room: string;
  readonly seat: number;
  /** Null until it is known, and for whoever was absent. */
  readonly scoreHundredths: number | null;
  readonly isAbsent: boolean;
  readonly updatedAt: Date;
}
