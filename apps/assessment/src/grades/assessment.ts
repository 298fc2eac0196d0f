import type { Grade } from '@xibu/domain';
import type { AssessmentStatus } from '@xibu/domain/assessment/api';

/** 年度考核 of one volunteer in one programme year. */
export interface Assessment {
  readonly id: string;
  readonly season: string;
  readonly volunteerId: string;
  readonly account: string;
  readonly number: string;
  readonly name: string;
  readonly county: number;
  readonly unit: string;
  readonly university: string | null;
  readonly status: AssessmentStatus;
  readonly summary: string | null;
  readonly unitOpinion: string | null;
  readonly unitScore: number | null;
  readonly grade: Grade | null;
  readonly opinion: string | null;
  readonly gradedBy: string | null;
  readonly objection: string | null;
  readonly objectionAnswer: string | null;
  readonly decidedBy: string | null;
}
