import type { ExceptionCode, ExceptionState } from '@xibu/domain/finance/api';
import type { Signature } from '../offices/signature.js';

/** 异常: somebody, or a row of a bank, that cannot go on without a person who acts. It never settles itself. */
export interface PayException {
  readonly id: string;
  readonly division: number;
  readonly month: string;
  readonly origin: 'run' | 'bank';
  readonly runId: string | null;
  readonly batchId: string | null;
  readonly accountId: string | null;
  readonly reference: string | null;
  readonly code: ExceptionCode;
  readonly state: ExceptionState;
  readonly reason: string | null;
  readonly proposed: Signature | null;
  readonly settled: Signature | null;
  readonly version: number;
}
