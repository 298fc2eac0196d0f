import { EntitySchema } from 'typeorm';
import { wholeNumber } from '../offices/whole-number.table.js';
import type { Batch } from './batch.js';

export const BatchTable = new EntitySchema<Batch>({
  name: 'batch',
  columns: {
    id: { type: 'uuid', primary: true },
    number: { type: 'text' },
    division: { type: 'int' },
    month: { type: 'text' },
    profile: { type: 'text' },
    status: { type: 'text' },
    dated: { type: 'date' },
    lines: { type: 'int' },
    totalFen: { name: 'total_fen', ...wholeNumber },
    digest: { type: 'text' },
    prepared: { type: 'jsonb' },
    released: { type: 'jsonb', nullable: true },
    exported: { type: 'jsonb', nullable: true },
    reason: { type: 'text', nullable: true },
    version: { type: 'int' },
  },
});
