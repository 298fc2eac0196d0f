import { EntitySchema } from 'typeorm';
import type { HealthExam } from './health-exam.js';

export const HealthExamTable = new EntitySchema<HealthExam>({
  name: 'health_exam',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    division: { type: 'int' },
    university: { type: 'text', nullable: true },
    hospital: { type: 'text' },
    heldOn: { name: 'held_on', type: 'date' },
    status: { type: 'text' },
    openedBy: { name: 'opened_by', type: 'text' },
  },
});
