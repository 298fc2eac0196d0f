import { type Actor, type LegalDate, Refusal } from '@xibu/domain';
import type { PublicNotice } from '../public-notices/public-notice.js';
import { requireRunning } from '../public-notices/public-notice.rules.js';
import type { Objection } from './objection.js';

export interface Filed {
  readonly id: string;
  readonly line: number;
  readonly contactSealed: string;
  readonly reasonSealed: string;
}

/** Anybody may object while the notice runs (公示期内). */
export function file(notice: PublicNotice, filed: Filed, day: LegalDate, now: Date): Objection {
  requireRunning(notice, day);
  if (filed.line < 1 || filed.line > notice.people) {
    throw new Refusal('public-notice.line-unknown', { pointer: '/line', line: filed.line });
  }
  const { id: noticeId, division, university } = notice;
  return {
    ...{ ...filed, noticeId, division, university, receivedAt: now, status: 'open' },
    ...{ decisionReason: null, decidedBy: null, decidedAt: null },
  };
}

/** The university answers each, with a reason; not by the person who put the list up (four eyes). */
export function decide(
  objection: Objection,
  decision: { readonly outcome: 'upheld' | 'dismissed'; readonly reason: string },
  notice: Pick<PublicNotice, 'openedBy'>,
  actor: Pick<Actor, 'account'>,
  now: Date,
): Objection {
  if (objection.status !== 'open') throw new Refusal('objection.decided');
  if (notice.openedBy === actor.account) throw new Refusal('four-eyes.same-person');
  if (decision.reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  return {
    ...{ ...objection, status: decision.outcome, decisionReason: decision.reason.trim() },
    ...{ decidedBy: actor.account, decidedAt: now },
  };
}
