import { EntitySchema } from 'typeorm';
import type { Report } from './report.js';

export const ReportTable = new EntitySchema<Report>({
  name: 'report',
  columns: {
    id: { type: 'text', primary: true },
    county: { type: 'int' },
    month: { type: 'text' },
    status: { type: 'text' },
    dueOn: { name: 'due_on', type: 'date' },
    expectedOnPost: { name: 'expected_on_post', type: 'int' },
    content: { type: 'jsonb', nullable: true },
    submittedAt: { name: 'submitted_at', type: 'timestamptz', nullable: true },
    submittedBy: { name: 'submitted_by', type: 'text', nullable: true },
    late: { type: 'boolean' },
    checks: { type: 'jsonb' },
  },
});
