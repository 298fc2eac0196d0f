import type { StepView } from './steps.js';

/** How a monthly amount shrinks when only a part of the month was served: by days, by half months, or not at all. */
export const prorations = ['calendar', 'half', 'whole'] as const;
export const roundings = ['half-up', 'up', 'down'] as const;
/** `*` stands for every project that has no row of its own. */
export const termProjects = ['national', 'local', '*'] as const;

/** Days from `from` up to but not including `to`; without `from` the row begins with its adjustment. */
interface DatedRow {
  readonly from?: string;
  readonly to?: string | null;
}

/** A place is a county, or a league-city `xxxx00` or region `xx0000` for all below it that has no row of its own. */
interface PlacedRow extends DatedRow {
  readonly place: number;
}

/** A monthly amount of a component: `living`, `hardship`, `board-lodging` or any other id. */
export interface RateRow extends PlacedRow {
  readonly component: string;
  readonly project: (typeof termProjects)[number];
  readonly fen: number;
  readonly proration: (typeof prorations)[number];
}

/** One layer of who pays: at most `fen` a month, or the rest when it is null. Rows of one project and place are a set. */
export interface FundingRow extends PlacedRow {
  readonly project: (typeof termProjects)[number];
  readonly ord: number;
  /** `central`, `provincial`, `league-city`, `county`, `unit` or any other id. */
  readonly source: string;
  readonly fen: number | null;
}

/** The terms of a social-insurance scheme. Shares are parts per million of the base. */
export interface InsuranceRow extends PlacedRow {
  readonly scheme: string;
  readonly personalPpm: number;
  readonly employerPpm: number;
  readonly floorFen: number | null;
  readonly ceilingFen: number | null;
  /** Amounts are rounded to a multiple of this many fen. */
  readonly unitFen: number;
  readonly mode: (typeof roundings)[number];
}

/** The wage base declared to the agency for one person. */
export interface BaseRow extends DatedRow {
  readonly accountId: string;
  readonly fen: number;
}

export interface AdjustmentRows {
  readonly rates: readonly RateRow[];
  readonly funding: readonly FundingRow[];
  readonly insurance: readonly InsuranceRow[];
  readonly bases: readonly BaseRow[];
}

/** 标准调整: rows that come into force together, from a day, by a document. */
export interface PrepareAdjustmentRequest extends Partial<AdjustmentRows> {
  readonly title: string;
  readonly documentNumber: string;
  readonly from: string;
}

export const adjustmentStatuses = ['prepared', 'approved', 'rejected'] as const;
export type AdjustmentStatus = (typeof adjustmentStatuses)[number];

/** What last month would have come to, had the rows been in force in it. */
export interface DryRunView {
  readonly month: string;
  readonly people: number;
  readonly beforeFen: number;
  readonly afterFen: number;
  /** People who cannot be paid for want of a rate, a funding layer or a base: before and after. */
  readonly unpaidBefore: number;
  readonly unpaidAfter: number;
  readonly counties: readonly {
    readonly county: number;
    readonly people: number;
    readonly changed: number;
    readonly beforeFen: number;
    readonly afterFen: number;
  }[];
  readonly by: string;
  readonly at: string;
}

export interface AdjustmentView extends AdjustmentRows {
  readonly id: string;
  readonly division: number;
  readonly title: string;
  readonly documentNumber: string;
  readonly from: string;
  readonly status: AdjustmentStatus;
  readonly prepared: StepView;
  readonly dryRun: DryRunView | null;
  readonly decided: StepView | null;
  readonly reason: string | null;
  readonly version: number;
}

export type AdjustmentRow = Pick<
  AdjustmentView,
  'id' | 'division' | 'title' | 'documentNumber' | 'from' | 'status' | 'version'
> & { readonly rowCount: number; readonly preparedBy: string; readonly preparedAt: string };

/** What is in force in a county on a day. */
export interface TermsInForce {
  readonly county: number;
  readonly on: string;
  readonly rates: readonly RateRow[];
  readonly funding: readonly FundingRow[];
  readonly insurance: readonly InsuranceRow[];
}
