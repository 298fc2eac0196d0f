import { EntitySchema } from 'typeorm';
import type { Reading } from './reading.js';

export const ReadingTable = new EntitySchema<Reading>({
  name: 'reading',
  columns: {
    id: { type: 'uuid', primary: true },
    applicationId: { name: 'application_id', type: 'uuid', nullable: true },
    accountId: { name: 'account_id', type: 'text', nullable: true },
    division: { type: 'int' },
    university: { type: 'text', nullable: true },
    faculty: { type: 'text', nullable: true },
    field: { type: 'text' },
    subjectId: { name: 'subject_id', type: 'text' },
    reason: { type: 'text' },
    readBy: { name: 'read_by', type: 'text' },
    readByName: { name: 'read_by_name', type: 'text' },
    officeName: { name: 'office_name', type: 'text', nullable: true },
    at: { type: 'timestamptz' },
  },
});
