import { EntitySchema } from 'typeorm';
import type { ExamSession } from './exam-session.js';

export const ExamSessionTable = new EntitySchema<ExamSession>({
  name: 'exam_session',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    division: { type: 'int' },
    ordinal: { type: 'int' },
    name: { type: 'text' },
    startsAt: { name: 'starts_at', type: 'timestamptz' },
    endsAt: { name: 'ends_at', type: 'timestamptz' },
    sites: { type: 'jsonb' },
    status: { type: 'text' },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
