import { EntitySchema } from 'typeorm';
import type { Leave } from './leave.js';

export const LeaveTable = new EntitySchema<Leave>({
  name: 'leave',
  columns: {
    id: { type: 'uuid', primary: true },
    volunteerId: { name: 'volunteer_id', type: 'uuid' },
    number: { type: 'text' },
    accountId: { name: 'account_id', type: 'text' },
    county: { type: 'int' },
    unit: { type: 'text' },
    kind: { type: 'text' },
    from: { name: 'from_day', type: 'date' },
    to: { name: 'to_day', type: 'date' },
    days: { type: 'int' },
    reason: { type: 'text' },
    destination: { type: 'text' },
    hospitalNoteSealed: { name: 'hospital_note_sealed', type: 'text', nullable: true },
    status: { type: 'text' },
    waitsFor: { name: 'waits_for', type: 'text', nullable: true },
    opinions: { type: 'jsonb' },
    overdueDays: { name: 'overdue_days', type: 'int' },
    returnedOn: { name: 'returned_on', type: 'date', nullable: true },
    decidedBy: { name: 'decided_by', type: 'text' },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
