import { Any, EntitySchema, type FindOperator } from 'typeorm';
import type { Application } from './application.js';

export const ApplicationTable = new EntitySchema<Application>({
  name: 'application',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    accountId: { name: 'account_id', type: 'text' },
    status: { type: 'text' },
    division: { type: 'int' },
    university: { type: 'text', nullable: true },
    faculty: { type: 'text', nullable: true },
    number: { type: 'text', nullable: true },
    form: { type: 'jsonb' },
    identitySealed: { name: 'identity_sealed', type: 'text', nullable: true },
    identityIndex: { name: 'identity_index', type: 'text', nullable: true },
    checks: { type: 'jsonb' },
    reviews: { type: 'jsonb' },
    confirmation: { type: 'jsonb', nullable: true },
    receipt: { type: 'text', nullable: true },
    submittedAt: { name: 'submitted_at', type: 'timestamptz', nullable: true },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    track: { type: 'text' },
    listNumber: { name: 'list_number', type: 'text', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});

/** Rows whose id is among these, as one array parameter however many they are. */
export function anyOf(ids: readonly string[]): FindOperator<string> {
  return Any([...ids]);
}
