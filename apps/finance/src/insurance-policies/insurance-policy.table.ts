import { EntitySchema } from 'typeorm';
import { wholeNumber } from '../offices/whole-number.table.js';
import type { InsurancePolicy } from './insurance-policy.js';

export const InsurancePolicyTable = new EntitySchema<InsurancePolicy>({
  name: 'insurance_policy',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    division: { type: 'int' },
    insurer: { type: 'text' },
    number: { type: 'text' },
    covers: { type: 'jsonb' },
    fromDay: { name: 'from_day', type: 'date' },
    toDay: { name: 'to_day', type: 'date' },
    premiumFen: { name: 'premium_fen', ...wholeNumber },
    status: { type: 'text' },
    prepared: { type: 'jsonb' },
    approved: { type: 'jsonb', nullable: true },
    version: { type: 'int' },
  },
});
