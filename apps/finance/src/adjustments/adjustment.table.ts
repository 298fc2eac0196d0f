import { EntitySchema } from 'typeorm';
import { wholeNumber } from '../offices/whole-number.table.js';
import type { Adjustment } from './adjustment.js';

export const AdjustmentTable = new EntitySchema<Adjustment>({
  name: 'adjustment',
  columns: {
    id: { type: 'uuid', primary: true },
    division: { type: 'int' },
    title: { type: 'text' },
    documentNumber: { name: 'document_number', type: 'text' },
    fromDay: { name: 'from_day', type: 'date' },
    rows: { type: 'jsonb' },
    status: { type: 'text' },
    prepared: { type: 'jsonb' },
    dryRun: { name: 'dry_run', type: 'jsonb', nullable: true },
    decided: { type: 'jsonb', nullable: true },
    reason: { type: 'text', nullable: true },
    seq: { ...wholeNumber, nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
