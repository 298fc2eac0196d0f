import type { AdmissionAnswer } from '@xibu/domain/recruitment/api';

/** 录取: a person who may come, with the number of the confirmation notice and their answer to it. */
export interface Admission {
  readonly applicationId: string;
  readonly season: string;
  readonly accountId: string;
  readonly division: number;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly confirmationNumber: string;
  readonly postId: string;
  readonly postTitle: string;
  readonly county: number;
  readonly admittedBy: string;
  readonly admittedAt: Date;
  readonly answer: AdmissionAnswer | null;
  readonly answeredAt: Date | null;
}

/** 《确认通知书》编号: the application's own number with a letter before it, so that one tells the other. */
export function confirmationNumberOf(applicationNumber: string): string {
  return `Q${applicationNumber}`;
}
