import { Any, EntitySchema, type FindOperator } from 'typeorm';
import type { PayException } from './pay-exception.js';

export const PayExceptionTable = new EntitySchema<PayException>({
  name: 'pay_exception',
  columns: {
    id: { type: 'uuid', primary: true },
    division: { type: 'int' },
    month: { type: 'text' },
    origin: { type: 'text' },
    runId: { name: 'run_id', type: 'uuid', nullable: true },
    batchId: { name: 'batch_id', type: 'uuid', nullable: true },
    accountId: { name: 'account_id', type: 'text', nullable: true },
    reference: { type: 'text', nullable: true },
    code: { type: 'text' },
    state: { type: 'text' },
    reason: { type: 'text', nullable: true },
    proposed: { type: 'jsonb', nullable: true },
    settled: { type: 'jsonb', nullable: true },
    version: { type: 'int' },
  },
});

/** Rows whose id is among these, as one array parameter however many they are. */
export function anyOf(ids: readonly string[]): FindOperator<string> {
  return Any([...ids]);
}
