import type { PostLevel, ProjectKind, Special } from '../programme-terms.js';

/** 岗位: from the county's draft to the round. `grandfathered` is an old post that a renewing volunteer keeps. */
export const postStatuses = [
  'draft',
  'county-declared',
  'region-confirmed',
  'national-approved',
  'open',
  'grandfathered',
  'closed',
] as const;
export type PostStatus = (typeof postStatuses)[number];

/** What directs posts (notice 1): the kinds of place that they are to be moved to. */
export const placeTags = [
  'national-key-county',
  'local-key-county',
  'out-of-poverty-county',
  'relocation-community',
  'governance-model-village',
  'science-model-village',
  'ethnic-area',
  'old-revolutionary-base',
  'border-area',
] as const;
export type PlaceTag = (typeof placeTags)[number];

export interface PostFields {
  /** Code of the service unit; what a unit account is scoped by. */
  readonly unit: string;
  readonly unitName: string;
  readonly title: string;
  readonly special: Special;
  readonly level: PostLevel;
  readonly seats: number;
  readonly projectKind: ProjectKind;
  readonly duties: string;
  readonly providesBoardAndLodging: boolean;
  /** Paid instead of board and lodging; 0 where both are provided. */
  readonly cashMonthlyFen: number;
  /** Majors wanted, as codes of the table of majors; empty for any. */
  readonly majors: readonly string[];
  readonly placeTags: readonly PlaceTag[];
  /** Whether 服从调剂 may fill it. */
  readonly acceptsReassigned: boolean;
}

export interface DraftPostRequest extends PostFields {
  readonly season: string;
}

export interface DraftPostsRequest {
  readonly season: string;
  readonly rows: readonly PostFields[];
}

/** What became of one row, counted from 0. */
export interface DraftedRow {
  readonly row: number;
  readonly done: boolean;
  readonly id?: string;
  /** Code of the Refusal when it was not done, and the field that it points at. */
  readonly code?: string;
  readonly pointer?: string;
}

export interface ImportPostsRequest {
  readonly season: string;
  /** An XLSX or CSV file in base64. */
  readonly file: string;
}

export interface PostsImported {
  /** Posts drafted; none while anything in the file is wrong. */
  readonly drafted: number;
  readonly errors: readonly { readonly cell: string; readonly header: string; readonly detail: string }[];
  /** The file with a column of errors, in base64; null when nothing is wrong. */
  readonly file: string | null;
}

/** A step of a county's list: of these posts, or of all that stand right before the step. */
export interface MovePostsRequest {
  readonly season: string;
  /** Not needed of a county's own account. */
  readonly county?: number;
  readonly ids?: readonly string[];
}

export interface PostsMoved {
  readonly posts: readonly { readonly id: string; readonly code: string; readonly status: PostStatus }[];
  readonly structure: StructureGauge;
}

export interface OpenPostsRequest {
  readonly season: string;
  readonly county?: number;
}

export interface ReturnPostsRequest {
  readonly ids: readonly string[];
  readonly reason: string;
}

export const structureRules = ['township', 'rural-education', 'youth-work'] as const;
export type StructureRule = (typeof structureRules)[number];

/** One share of the posts of a county: `seats` of `of`; the limit is inclusive. */
export interface StructureShare {
  readonly rule: StructureRule;
  readonly seats: number;
  readonly of: number;
  readonly bound: 'min' | 'max';
  readonly limitPercent: number;
  readonly isMet: boolean;
  readonly clause: string;
  /** The document by which the region exempted the county from this rule in this season. */
  readonly exemption: string | null;
}

/** 岗位结构 of filled and open posts together (notice 2.1.3). */
export interface StructureGauge {
  readonly season: string;
  readonly county: number;
  readonly isNewCounty: boolean;
  readonly seats: number;
  readonly seatsByKind: Readonly<Record<ProjectKind, number>>;
  readonly shares: readonly StructureShare[];
  readonly decidedBy: string;
}

export interface StructureView {
  /** Of what has been declared, and of old posts that renewing volunteers keep. */
  readonly declared: StructureGauge;
  /** The same if every draft were declared. */
  readonly withDrafts: StructureGauge;
}

export interface GrantExemptionRequest {
  readonly season: string;
  readonly county: number;
  readonly rule: StructureRule;
  readonly reason: string;
  readonly documentNumber: string;
}

export interface ExemptionView extends GrantExemptionRequest {
  readonly id: string;
  readonly grantedBy: string;
  readonly grantedAt: string;
}

export interface PostView extends PostFields {
  readonly id: string;
  /** `152221-23-004`; null while it is a draft. */
  readonly code: string | null;
  readonly season: string;
  readonly county: number;
  readonly status: PostStatus;
  /** Seats held now, by renewing volunteers and by those placed. */
  readonly taken: number;
  readonly returnReason: string | null;
  readonly version: number;
}

export interface PostRow {
  readonly id: string;
  readonly code: string | null;
  readonly county: number;
  readonly unit: string;
  readonly unitName: string;
  readonly title: string;
  readonly special: Special;
  readonly level: PostLevel;
  readonly projectKind: ProjectKind;
  readonly seats: number;
  readonly taken: number;
  readonly status: PostStatus;
}

/** A post as everybody may read it. */
export interface OpenPostView extends PostFields {
  readonly id: string;
  readonly code: string;
  readonly season: string;
  readonly county: number;
  readonly countyName: string;
  readonly seatsLeft: number;
}

/** A service county as everybody may read it, with what is open there. */
export interface OpenCountyView {
  readonly id: string;
  readonly county: number;
  readonly name: string;
  readonly leagueCity: number;
  readonly posts: number;
  readonly seats: number;
  readonly seatsBySpecial: Readonly<Partial<Record<Special, number>>>;
}
