import { EntitySchema } from 'typeorm';
import { wholeNumber } from '../offices/whole-number.table.js';
import type { SubsidyRun } from './subsidy-run.js';

const step = { type: 'jsonb', nullable: true } as const;

export const SubsidyRunTable = new EntitySchema<SubsidyRun>({
  name: 'subsidy_run',
  columns: {
    id: { type: 'uuid', primary: true },
    number: { type: 'text' },
    season: { type: 'text' },
    month: { type: 'text' },
    division: { type: 'int' },
    since: { type: 'text' },
    status: { type: 'text' },
    dueOn: { name: 'due_on', type: 'date' },
    decidedBy: { name: 'decided_by', type: 'text' },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    attendanceLocked: { name: 'attendance_locked', ...step },
    calculated: step,
    approved: step,
    released: step,
    overrideReason: { name: 'override_reason', type: 'text', nullable: true },
    returnReason: { name: 'return_reason', type: 'text', nullable: true },
    releaseSeq: { name: 'release_seq', ...wholeNumber, nullable: true },
    people: { type: 'int' },
    payable: { type: 'int' },
    exceptions: { type: 'int' },
    grossFen: { name: 'gross_fen', ...wholeNumber },
    personalFen: { name: 'personal_fen', ...wholeNumber },
    employerFen: { name: 'employer_fen', ...wholeNumber },
    netFen: { name: 'net_fen', ...wholeNumber },
    inputDigest: { name: 'input_digest', type: 'text', nullable: true },
    resultDigest: { name: 'result_digest', type: 'text', nullable: true },
    version: { type: 'int' },
  },
});
