import { type Fact, Refusal, type Rulebook } from '@xibu/domain';
import type { ScoreRow } from '@xibu/domain/recruitment/api';
import { ExamScored } from '@xibu/domain/recruitment/events';
import type { Application } from '../applications/application.js';
import { about, next } from '../applications/application.rules.js';
import type { ExamSeat } from './exam-seat.js';

/** What a score depends on and changes; of the form nothing is needed. */
export type SeatScore = Pick<ExamSeat, 'applicationId' | 'scoreHundredths' | 'isAbsent'>;
export type Examinee = Pick<
  Application,
  'id' | 'accountId' | 'season' | 'university' | 'status' | 'decidedBy' | 'version'
>;

/** What there is to write; null for what stays as it is. */
export interface Scored {
  readonly seat: SeatScore | null;
  readonly application: (Examinee & Pick<Application, 'updatedAt'>) | null;
  /** None when nothing changed, and for whoever was absent. */
  readonly facts: readonly Fact[];
}

/**
 * Takes in one score, or that somebody was absent (no score, and so no ranking). A second import corrects the first, until
 * the qualified list is approved: then the ranking is fixed.
 */
export function recordScore(
  seat: SeatScore,
  application: Examinee,
  row: Pick<ScoreRow, 'scoreHundredths' | 'isAbsent'>,
  book: Rulebook,
  now: Date,
): Scored {
  if (application.status !== 'ticketed' && application.status !== 'scored') throw new Refusal('score.fixed');
  const isAbsent = row.isAbsent === true;
  if (isAbsent === (row.scoreHundredths !== undefined)) throw new Refusal('score.unclear');
  if (isAbsent) return absent(seat, application, now);
  const score = row.scoreHundredths ?? -1;
  const max = book.values.examScoreHundredthsMax;
  if (!Number.isInteger(score) || score < 0 || score > max) {
    throw new Refusal('score.out-of-range', { max: max / 100 });
  }
  if (score === seat.scoreHundredths) return unchanged;
  return {
    seat: { ...seat, scoreHundredths: score, isAbsent: false },
    application: { ...next(application, 'scored', now), decidedBy: book.version },
    facts: [ExamScored(application.id, { ...about(application), scoreHundredths: score })],
  };
}

function absent(seat: SeatScore, application: Examinee, now: Date): Scored {
  if (seat.isAbsent) return unchanged;
  const back = application.status === 'scored' ? next(application, 'ticketed', now) : null;
  return { seat: { ...seat, scoreHundredths: null, isAbsent: true }, application: back, facts: [] };
}

const unchanged: Scored = { seat: null, application: null, facts: [] };
