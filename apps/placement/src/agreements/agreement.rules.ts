import {
  addDays,
  addYears,
  dateOf,
  endOf,
  type Fact,
  type LegalDate,
  Refusal,
  type Rulebook,
  rfc3339,
  startOf,
} from '@xibu/domain';
import { type AgreementParty, type AgreementTermsView, agreementParties } from '@xibu/domain/placement/api';
import { AgreementSigned } from '@xibu/domain/placement/events';
import type { Post } from '../posts/post.js';
import { ofVolunteer, type Volunteer } from '../volunteers/volunteer.js';
import { step } from '../volunteers/volunteer.rules.js';
import type { Agreement } from './agreement.js';

const clause = '内团联发〔2023〕6号 二（三）3';

export interface Drafting {
  readonly id: string;
  readonly kind: Agreement['kind'];
  readonly season: string;
  readonly from: LegalDate;
  readonly to: LegalDate;
  /** Which agreement of this person it is, from 1. */
  readonly ordinal: number;
}

/** The last day of an agreement that begins on a day: 一年一签 (notice 1). */
export function lastDayFrom(from: LegalDate, book: Rulebook): LegalDate {
  return addDays(addYears(from, book.values.agreementYears), -1);
}

export function draft(volunteer: Volunteer, post: Post, drafting: Drafting, now: Date): Agreement {
  const { id, kind, season, from, to, ordinal } = drafting;
  const { id: volunteerId, number, accountId } = volunteer;
  return {
    ...{ id, agreementNumber: `X${number}-${ordinal}`, volunteerId, number, season, accountId },
    ...{ county: post.county, unit: post.unit, postId: post.id, kind, status: 'open', from, to },
    ...{ terms: termsOf(post), signatures: {}, lateReason: null, lateUntil: null, signedOn: null },
    ...{ updatedAt: now, version: 1 },
  };
}

function termsOf(post: Post): AgreementTermsView {
  const { code, title, unitName, special, projectKind, duties, providesBoardAndLodging, cashMonthlyFen } = post;
  const terms = { unitName, special, projectKind, duties, providesBoardAndLodging, cashMonthlyFen };
  return { postCode: code ?? '', postTitle: title, ...terms };
}

/**
 * The instant from which an agreement can no longer be signed: the window closes for the first one (8月15日之前, notice
 * 2.3.3), the new year begins for an extension; an annex has none. A late permit of the region moves it.
 */
export function signableUntil({ kind, from, lateUntil }: Agreement, windowClosesAt: Date): Date | null {
  if (kind === 'annex') return null;
  const until = kind === 'first' ? windowClosesAt : startOf(from);
  return lateUntil && endOf(lateUntil) > until ? endOf(lateUntil) : until;
}

export interface Signing {
  readonly party: AgreementParty;
  readonly by: string;
  readonly windowClosesAt: Date;
}

/** One of three signatures, in any order; the last one makes the agreement. */
export function sign(agreement: Agreement, { party, by, windowClosesAt }: Signing, now: Date): Agreement {
  if (agreement.status !== 'open') throw new Refusal('agreement.not-open', { status: agreement.status });
  const earlier = agreement.signatures[party];
  if (earlier) throw new Refusal('agreement.signed-already', { at: earlier.at });
  const until = signableUntil(agreement, windowClosesAt);
  if (until && now >= until) throw new Refusal('agreement.too-late', { until: rfc3339(until), clause });
  const signatures = { ...agreement.signatures, [party]: { by, at: rfc3339(now) } };
  const isComplete = agreementParties.every((each) => signatures[each]);
  return {
    ...agreement,
    ...(isComplete ? { status: 'signed' as const, signedOn: dateOf(now) } : {}),
    ...{ signatures, updatedAt: now, version: agreement.version + 1 },
  };
}

/** What a complete agreement means for the volunteer. The first one opens the way to the post. */
export function conclude(volunteer: Volunteer, agreement: Agreement, now: Date): [Volunteer, Fact] {
  const { postId, unit, from, to, kind, agreementNumber } = agreement;
  const first = kind === 'first' ? { termFrom: from, termTo: to, termYears: 1 } : {};
  const status = volunteer.status === 'dispatched' && kind === 'first' ? 'agreement-signed' : volunteer.status;
  const note = { step: 'agreement-signed', by: '', note: agreementNumber };
  return [
    step(volunteer, { ...first, status }, note, now),
    AgreementSigned(volunteer.id, { ...ofVolunteer(volunteer), postId, unit, from, to }),
  ];
}

/** 逾期补签: the region allows it, with its reason. */
export function allowLate(agreement: Agreement, reason: string, until: LegalDate, now: Date): Agreement {
  if (agreement.status !== 'open') throw new Refusal('agreement.not-open', { status: agreement.status });
  if (reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  return { ...agreement, lateReason: reason.trim(), lateUntil: until, updatedAt: now, version: agreement.version + 1 };
}
