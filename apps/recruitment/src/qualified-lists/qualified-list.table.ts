import { EntitySchema } from 'typeorm';
import type { QualifiedEntry, QualifiedList } from './qualified-list.js';

export const QualifiedListTable = new EntitySchema<QualifiedList>({
  name: 'qualified_list',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    division: { type: 'int' },
    status: { type: 'text' },
    rule: { type: 'jsonb' },
    preparedBy: { name: 'prepared_by', type: 'text' },
    preparedAt: { name: 'prepared_at', type: 'timestamptz' },
    approvedBy: { name: 'approved_by', type: 'text', nullable: true },
    approvedAt: { name: 'approved_at', type: 'timestamptz', nullable: true },
  },
});

export const QualifiedEntryTable = new EntitySchema<QualifiedEntry>({
  name: 'qualified_entry',
  columns: {
    listId: { name: 'list_id', type: 'uuid', primary: true },
    applicationId: { name: 'application_id', type: 'uuid', primary: true },
    accountId: { name: 'account_id', type: 'text' },
    division: { type: 'int' },
    outcome: { type: 'text' },
    reasons: { type: 'jsonb' },
    scoreHundredths: { name: 'score_hundredths', type: 'int' },
    minimumScoreHundredths: { name: 'minimum_score_hundredths', type: 'int' },
    code: { type: 'text' },
    classes: { type: 'jsonb' },
    met: { type: 'jsonb' },
  },
});
