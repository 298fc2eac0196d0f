/** Days at one rate, in one county and project. */
export interface PaySegmentView {
  readonly county: number;
  readonly project: string;
  readonly monthlyFen: number;
  readonly proration: 'calendar' | 'half' | 'whole';
  readonly firstDay: string;
  readonly days: number;
  readonly fen: number;
}

/** What a component of the month came to, and from what. */
export interface PayComponentView {
  readonly component: string;
  readonly ratedDays: number;
  readonly daysInMonth: number;
  readonly fen: number;
  readonly segments: readonly PaySegmentView[];
}

/** Who pays for the days in one county and project. */
export interface PayFundingView {
  readonly county: number;
  readonly project: string;
  readonly paidDays: number;
  readonly layers: readonly { readonly source: string; readonly limitFen: number | null; readonly usedFen: number }[];
}

export interface PaySchemeView {
  readonly scheme: string;
  readonly declaredFen: number;
  /** The declared base within floor and ceiling. */
  readonly baseFen: number;
  readonly bounded: 'floor' | 'ceiling' | null;
  readonly personalPpm: number;
  readonly personalFen: number;
  readonly employerPpm: number;
  readonly employerFen: number;
}

/** Why this run pays or takes back something for an earlier month. */
export interface PayDifferenceView {
  readonly month: string;
  readonly component: string;
  readonly county: number;
  readonly project: string;
  readonly source: string;
  readonly dueFen: number;
  readonly postedFen: number;
  readonly fen: number;
  readonly causes: readonly string[];
}

/** One component of the month against the month before. */
export interface PayChangeView {
  readonly component: string;
  readonly beforeFen: number;
  readonly afterFen: number;
  readonly reasons: readonly string[];
}

export interface PaymentOfSlip {
  readonly reference: string;
  readonly fen: number;
  readonly state: 'not-payable' | 'waiting' | 'pending' | 'accepted' | 'returned';
  readonly reason: string;
  readonly valueDate: string | null;
  /** The line that this one pays again. */
  readonly replaces: string | null;
}

/** 发放单: one person's month with the making of every amount. */
export interface PaySlipView {
  readonly runId: string;
  readonly number: string;
  readonly month: string;
  readonly county: number;
  readonly accountId: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly status: string;
  readonly daysOnPost: number;
  /** Null for whoever could not be paid at all: the exceptions say why. */
  readonly grossFen: number | null;
  readonly personalFen: number | null;
  readonly carryInFen: number | null;
  readonly netFen: number | null;
  readonly carryOutFen: number | null;
  readonly employerFen: number | null;
  readonly payable: boolean | null;
  /** What this run pays and withholds, by month and component: earlier months are differences. */
  readonly amounts: readonly { readonly month: string; readonly component: string; readonly fen: number }[];
  readonly components: readonly PayComponentView[];
  readonly funding: readonly PayFundingView[];
  readonly insurance: {
    readonly day: string;
    readonly county: number;
    readonly schemes: readonly PaySchemeView[];
  } | null;
  readonly differences: readonly PayDifferenceView[];
  /** Null for the first month of the year. */
  readonly change: readonly PayChangeView[] | null;
  readonly exceptions: readonly { readonly code: string; readonly detail: string }[];
  readonly payments: readonly PaymentOfSlip[];
}

/** One line of the list of one's own slips. */
export interface PaySlipRow {
  readonly id: string;
  readonly month: string;
  readonly county: number;
  readonly grossFen: number | null;
  readonly personalFen: number | null;
  readonly netFen: number | null;
  readonly payable: boolean | null;
  readonly exceptions: readonly string[];
  /** Of the last payment of the month. */
  readonly paymentState: string | null;
  readonly paidOn: string | null;
}
