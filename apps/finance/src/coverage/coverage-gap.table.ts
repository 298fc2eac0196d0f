import { EntitySchema } from 'typeorm';
import type { CoverageGap } from './coverage-gap.js';

export const CoverageGapTable = new EntitySchema<CoverageGap>({
  name: 'coverage_gap',
  columns: {
    id: { type: 'uuid', primary: true },
    accountId: { name: 'account_id', type: 'text' },
    division: { type: 'int' },
    kind: { type: 'text' },
    fromDay: { name: 'from_day', type: 'date' },
    toDay: { name: 'to_day', type: 'date', nullable: true },
    owner: { type: 'text' },
    state: { type: 'text' },
    foundAt: { name: 'found_at', type: 'timestamptz' },
    coveredAt: { name: 'covered_at', type: 'timestamptz', nullable: true },
    settled: { type: 'jsonb', nullable: true },
    reason: { type: 'text', nullable: true },
    version: { type: 'int' },
  },
});
