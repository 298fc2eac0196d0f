/** 服务县资格: from application to service, and what a failed yearly assessment does to it (notice 2.1.2). */
export const countyStatuses = [
  'applied',
  'refused',
  'region-approved',
  'national-filed',
  'active',
  'failed-assessment',
  'disqualified',
  'rectifying',
  'reapplied',
] as const;
export type CountyStatus = (typeof countyStatuses)[number];

/** Why a county may serve: it did before, or it is on the national or on the region's own list of key counties. */
export const countyBases = ['continuing', 'national-key-county', 'local-key-county'] as const;
export type CountyBasis = (typeof countyBases)[number];

/** Where a county stands in one season: whether posts may be declared and volunteers sent there. */
export const countyStandings = ['in-service', 'blocked', 'not-qualified'] as const;
export type CountyStanding = (typeof countyStandings)[number];

/** 新增服务旗县: what the notice asks for (2.1.2). The county is that of the account. */
export interface ApplyForCountyRequest {
  readonly season: string;
  /** Document that founded the leading group and the county office. */
  readonly foundingDocument: string;
  /** 指定专人: who runs the office day by day. */
  readonly namedOfficer: string;
  /** Number of the county government's approval. */
  readonly governmentApproval: string;
}

export interface ContinuingCounty {
  readonly county: number;
  readonly foundingDocument: string;
  readonly namedOfficer: string;
}

/** Counties that serve already, entered by the region when the programme comes to this system. */
export interface RegisterCountiesRequest {
  readonly season: string;
  readonly counties: readonly ContinuingCounty[];
}

export interface FileCountyRequest {
  /** 备案号 of the national office. */
  readonly filingNumber: string;
}

export interface RectifyCountyRequest {
  readonly measures: string;
  readonly document: string;
}

export interface ReapplyCountyRequest {
  readonly season: string;
  readonly governmentApproval: string;
}

/** Why somebody decided so; kept with the decision. */
export interface ReasonRequest {
  readonly reason: string;
}

export interface CountyView {
  readonly county: number;
  readonly name: string;
  readonly status: CountyStatus;
  readonly basis: CountyBasis;
  /** The first season that the present qualification is for. */
  readonly season: string;
  /** The season in which it counts as a new county (95 % of posts at township or below); null for continuing ones. */
  readonly newIn: string | null;
  /** From this season on it is out, until it has reapplied and been approved. */
  readonly disqualifiedFrom: string | null;
  readonly foundingDocument: string;
  readonly namedOfficer: string;
  readonly governmentApproval: string | null;
  readonly filingNumber: string | null;
  readonly rectification: { readonly measures: string; readonly document: string; readonly on: string } | null;
  readonly decision: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly blocks: readonly BlockView[];
  readonly version: number;
}

export interface CountyRow {
  readonly id: string;
  readonly county: number;
  readonly name: string;
  readonly status: CountyStatus;
  readonly basis: CountyBasis;
  readonly season: string;
  /** In the season asked for. */
  readonly standing: CountyStanding;
  readonly openPosts: number;
}

/** A key county of the region's own list (当地乡村振兴重点帮扶县). */
export interface LocalKeyCountyRequest {
  readonly county: number;
  readonly documentNumber: string;
}

export const blockCauses = ['incident', 'assessment'] as const;
export type BlockCause = (typeof blockCauses)[number];
export const blockStatuses = ['standing', 'lifting-proposed', 'lifted'] as const;
export type BlockStatus = (typeof blockStatuses)[number];

/** 下一年度不再派遣: no volunteers to this county, or to this unit of it, in this season (notice 2.1.2). */
export interface BlockView {
  readonly id: string;
  readonly county: number;
  /** Null when the whole county is meant. */
  readonly unit: string | null;
  readonly season: string;
  readonly cause: BlockCause;
  readonly status: BlockStatus;
  readonly reason: string;
  readonly liftReason: string | null;
  readonly proposedBy: string | null;
  readonly liftedBy: string | null;
}
