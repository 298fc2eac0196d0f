import { EntitySchema } from 'typeorm';
import type { Objection } from './objection.js';

export const ObjectionTable = new EntitySchema<Objection>({
  name: 'objection',
  columns: {
    id: { type: 'uuid', primary: true },
    noticeId: { name: 'notice_id', type: 'uuid' },
    line: { type: 'int' },
    division: { type: 'int' },
    university: { type: 'text' },
    contactSealed: { name: 'contact_sealed', type: 'text' },
    reasonSealed: { name: 'reason_sealed', type: 'text' },
    receivedAt: { name: 'received_at', type: 'timestamptz' },
    status: { type: 'text' },
    decisionReason: { name: 'decision_reason', type: 'text', nullable: true },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    decidedAt: { name: 'decided_at', type: 'timestamptz', nullable: true },
  },
});
