import { EntitySchema } from 'typeorm';
import type { Assessment } from './assessment.js';

export const AssessmentTable = new EntitySchema<Assessment>({
  name: 'assessment',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    volunteerId: { name: 'volunteer_id', type: 'text' },
    account: { type: 'text' },
    number: { type: 'text' },
    name: { type: 'text' },
    county: { type: 'int' },
    unit: { type: 'text' },
    university: { type: 'text', nullable: true },
    status: { type: 'text' },
    summary: { type: 'text', nullable: true },
    unitOpinion: { name: 'unit_opinion', type: 'text', nullable: true },
    unitScore: { name: 'unit_score', type: 'int', nullable: true },
    grade: { type: 'text', nullable: true },
    opinion: { type: 'text', nullable: true },
    gradedBy: { name: 'graded_by', type: 'text', nullable: true },
    objection: { type: 'text', nullable: true },
    objectionAnswer: { name: 'objection_answer', type: 'text', nullable: true },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
  },
});
