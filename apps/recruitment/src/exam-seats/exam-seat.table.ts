import { EntitySchema } from 'typeorm';
import type { ExamSeat } from './exam-seat.js';

export const ExamSeatTable = new EntitySchema<ExamSeat>({
  name: 'exam_seat',
  columns: {
    applicationId: { name: 'application_id', type: 'uuid', primary: true },
    sessionId: { name: 'session_id', type: 'uuid' },
    accountId: { name: 'account_id', type: 'text' },
    division: { type: 'int' },
    university: { type: 'text', nullable: true },
    faculty: { type: 'text', nullable: true },
    ticket: { type: 'text' },
    site: { type: 'text' },
    room: { type: 'text' },
    seat: { type: 'int' },
    scoreHundredths: { name: 'score_hundredths', type: 'int', nullable: true },
    isAbsent: { name: 'is_absent', type: 'boolean' },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
  },
});
