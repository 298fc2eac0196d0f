import { EntitySchema } from 'typeorm';
import type { Candidate } from './candidate.js';

export const CandidateTable = new EntitySchema<Candidate>({
  name: 'candidate',
  columns: {
    id: { type: 'text', primary: true },
    season: { type: 'text' },
    accountId: { name: 'account_id', type: 'text' },
    university: { type: 'text' },
    division: { type: 'int' },
    code: { type: 'text' },
    scoreHundredths: { name: 'score_hundredths', type: 'int' },
    classes: { type: 'jsonb' },
    counties: { type: 'jsonb' },
    specials: { type: 'jsonb' },
    acceptsReassignment: { name: 'accepts_reassignment', type: 'boolean' },
    status: { type: 'text' },
    ranking: { type: 'jsonb', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
