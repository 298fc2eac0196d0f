/** 体检: one batch, of a university or of the whole region. */
export interface HealthExam {
  readonly id: string;
  readonly season: string;
  readonly division: number;
  /** Null for everybody in the region. */
  readonly university: string | null;
  readonly hospital: string;
  /** YYYY-MM-DD */
  readonly heldOn: string;
  readonly status: 'open' | 'closed';
  readonly openedBy: string;
}

export interface HealthResult {
  readonly applicationId: string;
  readonly examId: string;
  readonly accountId: string;
  readonly division: number;
  readonly university: string | null;
  readonly passed: boolean;
  /** AES-256-GCM. */
  readonly conclusionSealed: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
}
