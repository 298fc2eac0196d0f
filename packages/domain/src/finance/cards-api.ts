import type { StepView } from './steps.js';

export const bankCardStatuses = ['registered', 'confirmed', 'refused', 'replaced', 'withdrawn'] as const;
export type BankCardStatus = (typeof bankCardStatuses)[number];

/** 第二次登记: the card that the subsidy is to be paid to. */
export interface RegisterBankCardRequest {
  /** 16 to 19 digits; blanks and hyphens are allowed. */
  readonly number: string;
  /** The name on the card; it must be the person's own. */
  readonly holderName: string;
  readonly bankName: string;
}

export interface ConfirmBankCardRequest {
  /** The bank said that the account exists; needed when the check digit does not fit. */
  readonly bankConfirmed?: boolean;
}

export interface BankCardView {
  readonly id: string;
  readonly accountId: string;
  /** Of the person; null while finance does not know the name. */
  readonly name: string | null;
  readonly division: number;
  /** Stars and the last four digits. */
  readonly number: string;
  readonly bankName: string;
  readonly warnings: readonly 'luhn'[];
  readonly status: BankCardStatus;
  readonly registeredAt: string;
  readonly confirmed: StepView | null;
  /** The first day on which a batch may pay to it. */
  readonly usableFrom: string | null;
  readonly endedAt: string | null;
  readonly reason: string | null;
  readonly version: number;
}

export interface ConfirmBankCardsRequest extends ConfirmBankCardRequest {
  readonly ids: readonly string[];
}
