import { EntitySchema } from 'typeorm';
import type { Agreement } from './agreement.js';

export const AgreementTable = new EntitySchema<Agreement>({
  name: 'agreement',
  columns: {
    id: { type: 'uuid', primary: true },
    agreementNumber: { name: 'agreement_number', type: 'text' },
    volunteerId: { name: 'volunteer_id', type: 'uuid' },
    number: { type: 'text' },
    season: { type: 'text' },
    accountId: { name: 'account_id', type: 'text' },
    county: { type: 'int' },
    unit: { type: 'text' },
    postId: { name: 'post_id', type: 'uuid' },
    kind: { type: 'text' },
    status: { type: 'text' },
    from: { name: 'from_day', type: 'date' },
    to: { name: 'to_day', type: 'date' },
    terms: { type: 'jsonb' },
    signatures: { type: 'jsonb' },
    lateReason: { name: 'late_reason', type: 'text', nullable: true },
    lateUntil: { name: 'late_until', type: 'date', nullable: true },
    signedOn: { name: 'signed_on', type: 'date', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
