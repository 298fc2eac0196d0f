import { EntitySchema } from 'typeorm';
import type { Extension } from './extension.js';

export const ExtensionTable = new EntitySchema<Extension>({
  name: 'extension',
  columns: {
    id: { type: 'uuid', primary: true },
    volunteerId: { name: 'volunteer_id', type: 'uuid' },
    number: { type: 'text' },
    accountId: { name: 'account_id', type: 'text' },
    county: { type: 'int' },
    unit: { type: 'text' },
    season: { type: 'text' },
    from: { name: 'from_day', type: 'date' },
    to: { name: 'to_day', type: 'date' },
    reason: { type: 'text' },
    status: { type: 'text' },
    agreedBy: { name: 'agreed_by', type: 'text', nullable: true },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    decisionReason: { name: 'decision_reason', type: 'text', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
