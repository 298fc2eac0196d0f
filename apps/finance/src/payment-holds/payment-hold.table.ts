import { EntitySchema } from 'typeorm';
import type { PaymentHold } from './payment-hold.js';

export const PaymentHoldTable = new EntitySchema<PaymentHold>({
  name: 'payment_hold',
  columns: {
    id: { type: 'uuid', primary: true },
    accountId: { name: 'account_id', type: 'text' },
    division: { type: 'int' },
    unit: { type: 'text', nullable: true },
    reason: { type: 'text' },
    placed: { type: 'jsonb' },
    lifted: { type: 'jsonb', nullable: true },
    liftReason: { name: 'lift_reason', type: 'text', nullable: true },
    version: { type: 'int' },
  },
});
