import { type Fact, formatYuan, type LegalDate, Refusal, type Rulebook } from '@xibu/domain';
import type { PostFields, PostStatus } from '@xibu/domain/placement/api';
import { PostClosed, PostOpened } from '@xibu/domain/placement/events';
import { type Post, postCode } from './post.js';

export interface DraftPlace {
  readonly id: string;
  readonly season: string;
  readonly county: number;
  readonly draftNumber: number;
}

/** A county office writes down a post; nothing is promised by it yet. */
export function draft(place: DraftPlace, fields: PostFields, preparedBy: string, book: Rulebook, now: Date): Post {
  checkFields(fields, book);
  return {
    ...place,
    ...plain(fields),
    ...{ code: null, status: 'draft', preparedBy, declaredBy: null, decidedBy: book.version },
    ...{ returnReason: null, closeReason: null, updatedAt: now, version: 1 },
  };
}

export function edit(post: Post, fields: PostFields, preparedBy: string, book: Rulebook, now: Date): Post {
  requireStatus(post, 'draft');
  checkFields(fields, book);
  return { ...next(post, 'draft', now), ...plain(fields), preparedBy, decidedBy: book.version };
}

/** A draft that never got a code may be thrown away; one that was declared before stays on the record. */
export function requireDiscardable(post: Post): void {
  if (post.status !== 'draft' || post.code !== null) throw wrongStep(post);
}

/** What a post may say (notice 2.1.3, 3.2.3): a special of the county list, and board and lodging or cash. */
export function checkFields(fields: PostFields, { values, clauses }: Rulebook): void {
  const { special, providesBoardAndLodging, cashMonthlyFen } = fields;
  if (!values.countySpecials.includes(special)) {
    throw new Refusal('post.special-not-for-counties', {
      ...{ pointer: '/special', special, clause: clauses.countySpecials },
    });
  }
  const min = values.boardLodgingCashMonthlyFenMin;
  if (!providesBoardAndLodging && cashMonthlyFen < min) {
    const clause = clauses.boardLodgingCashMonthlyFenMin;
    throw new Refusal('post.cash-too-low', { pointer: '/cashMonthlyFen', min: formatYuan(min), clause });
  }
}

/** The steps that a county's list goes through, each from the state before. */
export const listSteps = {
  declare: { from: 'draft', to: 'county-declared' },
  confirm: { from: 'county-declared', to: 'region-confirmed' },
  approve: { from: 'region-confirmed', to: 'national-approved' },
} as const satisfies Record<string, { from: PostStatus; to: PostStatus }>;
export type ListStep = keyof typeof listSteps;

/** The statuses that a post has from a step on: what the structure is measured over at that step. */
export const reached: Readonly<Record<ListStep, readonly PostStatus[]>> = {
  declare: ['county-declared', 'region-confirmed', 'national-approved', 'open', 'grandfathered'],
  confirm: ['region-confirmed', 'national-approved', 'open', 'grandfathered'],
  approve: ['national-approved', 'open', 'grandfathered'],
};

export interface StepBy {
  readonly account: string;
  readonly rulebook: string;
  /** For a post declared for the first time: the next free number of its county. */
  readonly number: number;
}

/** 申报, 审核确认, 审定: nobody decides what they prepared themselves. */
export function takeListStep(post: Post, step: ListStep, by: StepBy, now: Date): Post {
  const { from, to } = listSteps[step];
  requireStatus(post, from);
  if (by.account === post.preparedBy || (step !== 'declare' && by.account === post.declaredBy)) {
    throw new Refusal('four-eyes.same-person');
  }
  const moved = { ...next(post, to, now), decidedBy: by.rulebook, returnReason: null };
  if (step !== 'declare') return moved;
  return { ...moved, code: post.code ?? postCode(post.county, post.season, by.number), declaredBy: by.account };
}

/** 退回: back to the county, with the reason. */
export function sendBack(post: Post, reason: string, now: Date): Post {
  if (post.status !== 'county-declared' && post.status !== 'region-confirmed') throw wrongStep(post);
  return { ...next(post, 'draft', now), returnReason: needReason(reason) };
}

/** From now on applicants see it and may rank it. */
export function open(post: Post, now: Date): [Post, Fact] {
  requireStatus(post, 'national-approved');
  const { id, season, county, unit, unitName, title, special, level, projectKind, seats, code } = post;
  return [
    next(post, 'open', now),
    PostOpened(id, {
      ...{ postId: id, season, county, unit, title, special, level, projectKind, seats },
      ...{ code: code ?? '', unitName },
    }),
  ];
}

/**
 * No more recruiting for it. An old post that a renewing volunteer keeps closes only when it is vacated: then it is to be
 * converted to a compliant one (notice 2.1.3).
 */
/** The programme year that a day lies in, as seasons are written: it ends on 31 July. */
export function programmeYearOn(day: LegalDate): string {
  const ends = Number(day.slice(0, 4)) + (day.slice(5) > '07-31' ? 1 : 0);
  return `${ends - 1}-${ends}`;
}

export function close(post: Post, reason: string, taken: number, now: Date): [Post, Fact] {
  if (post.status !== 'open' && post.status !== 'grandfathered') throw wrongStep(post);
  if (post.status === 'grandfathered' && taken > 0) {
    throw new Refusal('post.has-holders', { post: post.code ?? post.id, taken });
  }
  const closed = { ...next(post, 'closed', now), closeReason: needReason(reason) };
  return [closed, PostClosed(post.id, { postId: post.id, reason: closed.closeReason })];
}

/** A volunteer who renews for a later season stays on it: 延期志愿者的服务岗位不变 (notice 2.1.3). */
export function grandfather(post: Post, season: string, now: Date): Post {
  if (season <= post.season || post.status === 'grandfathered') return post;
  if (post.status !== 'open' && post.status !== 'closed') throw wrongStep(post);
  return next(post, 'grandfathered', now);
}

function plain(fields: PostFields): PostFields {
  const { unit, unitName, title, special, level, seats, projectKind, duties } = fields;
  const { providesBoardAndLodging, cashMonthlyFen, majors, placeTags, acceptsReassigned } = fields;
  return {
    ...{ unit, unitName, title, special, level, seats, projectKind, duties },
    ...{ providesBoardAndLodging, cashMonthlyFen, majors, placeTags, acceptsReassigned },
  };
}

function requireStatus(post: Post, status: PostStatus): void {
  if (post.status !== status) throw wrongStep(post);
}

export function wrongStep({ code, draftNumber, status }: Pick<Post, 'code' | 'draftNumber' | 'status'>): Refusal {
  return new Refusal('post.wrong-step', { post: code ?? `#${draftNumber}`, status });
}

function next(post: Post, status: PostStatus, now: Date): Post {
  return { ...post, status, updatedAt: now, version: post.version + 1 };
}

function needReason(reason: string): string {
  if (reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  return reason.trim();
}
