import { EntitySchema } from 'typeorm';
import type { BankCard } from './bank-card.js';

export const BankCardTable = new EntitySchema<BankCard>({
  name: 'bank_card',
  columns: {
    id: { type: 'uuid', primary: true },
    accountId: { name: 'account_id', type: 'text' },
    division: { type: 'int' },
    numberSealed: { name: 'number_sealed', type: 'text' },
    numberIndex: { name: 'number_index', type: 'text' },
    lastFour: { name: 'last_four', type: 'text' },
    bankName: { name: 'bank_name', type: 'text' },
    warnings: { type: 'jsonb' },
    status: { type: 'text' },
    registeredAt: { name: 'registered_at', type: 'timestamptz' },
    confirmed: { type: 'jsonb', nullable: true },
    usableFrom: { name: 'usable_from', type: 'date', nullable: true },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
    reason: { type: 'text', nullable: true },
    version: { type: 'int' },
  },
});
