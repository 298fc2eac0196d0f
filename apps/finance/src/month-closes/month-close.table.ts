import { EntitySchema } from 'typeorm';
import type { MonthClose } from './month-close.js';

export const MonthCloseTable = new EntitySchema<MonthClose>({
  name: 'month_close',
  columns: {
    id: { type: 'uuid', primary: true },
    division: { type: 'int' },
    month: { type: 'text' },
    status: { type: 'text' },
    proposed: { type: 'jsonb' },
    closed: { type: 'jsonb', nullable: true },
    figures: { type: 'jsonb' },
    version: { type: 'int' },
  },
});
