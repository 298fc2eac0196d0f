import type { Signature } from '../offices/signature.js';

/** Payment held back by decision: what is due is still posted, and is paid once the hold is lifted. */
export interface PaymentHold {
  readonly id: string;
  readonly accountId: string;
  readonly division: number;
  readonly unit: string | null;
  readonly reason: string;
  readonly placed: Signature;
  readonly lifted: Signature | null;
  readonly liftReason: string | null;
  readonly version: number;
}
