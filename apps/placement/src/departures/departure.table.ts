import { EntitySchema } from 'typeorm';
import type { Departure } from './departure.js';

export const DepartureTable = new EntitySchema<Departure>({
  name: 'departure',
  columns: {
    id: { type: 'uuid', primary: true },
    volunteerId: { name: 'volunteer_id', type: 'uuid' },
    number: { type: 'text' },
    accountId: { name: 'account_id', type: 'text' },
    county: { type: 'int' },
    unit: { type: 'text' },
    kind: { type: 'text' },
    ground: { type: 'text', nullable: true },
    lastDay: { name: 'last_day', type: 'date' },
    reason: { type: 'text' },
    hearingNote: { name: 'hearing_note', type: 'text', nullable: true },
    status: { type: 'text' },
    proposedBy: { name: 'proposed_by', type: 'text' },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    decisionReason: { name: 'decision_reason', type: 'text', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
