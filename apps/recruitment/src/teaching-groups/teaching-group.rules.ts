import { Refusal, type Special } from '@xibu/domain';
import type { TeachingGroupRow } from '@xibu/domain/recruitment/api';
import type { Application } from '../applications/application.js';
import type { Identity } from '../applications/application.rules.js';

/** What the tables know of one row of a list. */
export interface KnownOfMember {
  readonly id: string;
  readonly identity: Identity;
  readonly universityListed: boolean;
  readonly accountTaken: boolean;
  readonly identityTaken: boolean;
  readonly post: {
    readonly season: string;
    readonly special: Special;
    readonly projectKind: 'national' | 'local';
  } | null;
}

export interface GroupList {
  readonly season: string;
  readonly listNumber: string;
  readonly region: number;
}

/**
 * 研究生支教团 (notice 1): already recruited by their universities; they enter where everybody else is admitted. They teach, so
 * the post is one of 乡村教育 (annex), and they count in the national project.
 */
export function enrol(row: TeachingGroupRow, known: KnownOfMember, list: GroupList, now: Date): Application {
  if (!known.universityListed) {
    throw new Refusal('university.unknown', { pointer: '/university', university: row.university });
  }
  if (known.accountTaken) throw new Refusal('teaching-group.account-taken');
  if (known.identityTaken) throw new Refusal('application.identity-number-taken');
  const { post } = known;
  if (post?.season !== list.season || post.special !== 'rural-education' || post.projectKind !== 'national') {
    throw new Refusal('teaching-group.post-unsuited');
  }
  const { accountId, name, mobile, university, faculty, majorCode, majorName, graduatesOn } = row;
  return {
    ...{ id: known.id, season: list.season, accountId, division: list.region, status: 'submitted' },
    ...{ university, faculty, number: null, track: 'teaching-group', listNumber: list.listNumber },
    form: { name, mobile, university, faculty, majorCode, majorName, graduatesOn, category: 'postgraduate' },
    ...{ identitySealed: known.identity.sealed, identityIndex: known.identity.index },
    ...{ checks: [], reviews: [], confirmation: null, receipt: null, submittedAt: now, decidedBy: null },
    ...{ updatedAt: now, version: 1 },
  };
}
