import { EntitySchema } from 'typeorm';
import type { Attendance } from './attendance.js';

export const AttendanceTable = new EntitySchema<Attendance>({
  name: 'attendance',
  columns: {
    id: { type: 'uuid', primary: true },
    month: { type: 'text' },
    division: { type: 'int' },
    unit: { type: 'text' },
    people: { type: 'int' },
    confirmed: { type: 'jsonb' },
    corrected: { type: 'jsonb', nullable: true },
    version: { type: 'int' },
  },
});
