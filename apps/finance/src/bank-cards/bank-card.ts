import type { BankCardWarning, LegalDate } from '@xibu/domain';
import type { BankCardStatus } from '@xibu/domain/finance/api';
import type { Signature } from '../offices/signature.js';

/** 银行卡: one card that somebody gave, from its registration to the next one. */
export interface BankCard {
  readonly id: string;
  readonly accountId: string;
  /** The county of the person when the card was registered. */
  readonly division: number;
  readonly numberSealed: string;
  readonly numberIndex: string;
  readonly lastFour: string;
  readonly bankName: string;
  readonly warnings: readonly BankCardWarning[];
  readonly status: BankCardStatus;
  readonly registeredAt: Date;
  readonly confirmed: Signature | null;
  readonly usableFrom: LegalDate | null;
  readonly endedAt: Date | null;
  readonly reason: string | null;
  readonly version: number;
}
