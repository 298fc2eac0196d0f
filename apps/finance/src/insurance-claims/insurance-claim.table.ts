import { EntitySchema } from 'typeorm';
import { wholeNumber } from '../offices/whole-number.table.js';
import type { InsuranceClaim } from './insurance-claim.js';

export const InsuranceClaimTable = new EntitySchema<InsuranceClaim>({
  name: 'insurance_claim',
  columns: {
    id: { type: 'uuid', primary: true },
    accountId: { name: 'account_id', type: 'text' },
    division: { type: 'int' },
    policyId: { name: 'policy_id', type: 'uuid' },
    kind: { type: 'text' },
    happenedOn: { name: 'happened_on', type: 'date' },
    wordsSealed: { name: 'words_sealed', type: 'text' },
    documents: { type: 'jsonb' },
    status: { type: 'text' },
    claimedFen: { name: 'claimed_fen', ...wholeNumber },
    paidFen: { name: 'paid_fen', ...wholeNumber, nullable: true },
    paidOn: { name: 'paid_on', type: 'date', nullable: true },
    reason: { type: 'text', nullable: true },
    history: { type: 'jsonb' },
    version: { type: 'int' },
  },
});
