import { EntitySchema } from 'typeorm';
import { wholeNumber } from '../offices/whole-number.table.js';
import type { FundArrival } from './fund-arrival.js';

export const FundArrivalTable = new EntitySchema<FundArrival>({
  name: 'fund_arrival',
  columns: {
    id: { type: 'uuid', primary: true },
    division: { type: 'int' },
    project: { type: 'text' },
    source: { type: 'text' },
    budgetYear: { name: 'budget_year', type: 'int' },
    purpose: { type: 'text' },
    fen: wholeNumber,
    arrivedOn: { name: 'arrived_on', type: 'date' },
    documentNumber: { name: 'document_number', type: 'text' },
    recorded: { type: 'jsonb' },
    reversed: { type: 'jsonb', nullable: true },
    reason: { type: 'text', nullable: true },
    version: { type: 'int' },
  },
});
