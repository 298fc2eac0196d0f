import { type Fact, Refusal, type Rulebook } from '@xibu/domain';
import type { ScoreRow } from '@xibu/domain/recruitment/api';
import { ExamScored } from '@xibu/domain/recruitment/events';
import type { Application } from '../applications/application.js';
import { about, next } from '../applications/application.rules.js';
import type { ExamSeat } from './exam-seat.js';

export interface Scored {
  readonly seat: ExamSeat;
  readonly application: Application;
  /** None when nothing changed, and for whoever was absent. */
  readonly facts: readonly Fact[];
}

/**
 * Takes in one score, or that somebody was absent (no score, and so no ranking). A second import corrects the first, until
 * the qualified list is approved: then the ranking is fixed.
 */
export function recordScore(
  seat: ExamSeat,
  application: Application,
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
  if (score === seat.scoreHundredths) return { seat, application, facts: [] };
  return {
    seat: { ...seat, scoreHundredths: score, isAbsent: false, updatedAt: now },
    application: { ...next(application, 'scored', now), decidedBy: book.version },
    facts: [ExamScored(application.id, { ...about(application), scoreHundredths: score })],
  };
}

function absent(seat: ExamSeat, application: Application, now: Date): Scored {
  if (seat.isAbsent) return { seat, application, facts: [] };
  const back = application.status === 'scored' ? next(application, 'ticketed', now) : application;
  return { seat: { ...seat, scoreHundredths: null, isAbsent: true, updatedAt: now }, application: back, facts: [] };
}
