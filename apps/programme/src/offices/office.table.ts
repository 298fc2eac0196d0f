import { EntitySchema } from 'typeorm';
import type { Office } from './office.js';

export const OfficeTable = new EntitySchema<Office>({
  name: 'office',
  columns: {
    id: { type: 'uuid', primary: true },
    tier: { type: 'text' },
    name: { type: 'text' },
    parentId: { name: 'parent_id', type: 'uuid', nullable: true },
    division: { type: 'int', nullable: true },
    university: { type: 'text', nullable: true },
    faculty: { type: 'text', nullable: true },
    unit: { type: 'text', nullable: true },
    scopeDivision: { name: 'scope_division', type: 'int' },
    dutyPhone: { name: 'duty_phone', type: 'text', nullable: true },
    status: { type: 'text' },
    closedReason: { name: 'closed_reason', type: 'text', nullable: true },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
