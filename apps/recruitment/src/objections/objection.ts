/** 异议: what somebody holds against a line of a public notice. */
export interface Objection {
  readonly id: string;
  readonly noticeId: string;
  readonly line: number;
  readonly division: number;
  readonly university: string;
  /** How to reach whoever objects; AES-256-GCM. */
  readonly contactSealed: string;
  /** AES-256-GCM: what is said about a person is nobody else's business. */
  readonly reasonSealed: string;
  readonly receivedAt: Date;
  readonly status: 'open' | 'upheld' | 'dismissed';
  readonly decisionReason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}
