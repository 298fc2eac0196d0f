import { EntitySchema } from 'typeorm';
import type { Preselection } from './preselection.js';

export const PreselectionTable = new EntitySchema<Preselection>({
  name: 'preselection',
  columns: {
    applicationId: { name: 'application_id', type: 'uuid', primary: true },
    season: { type: 'text' },
    accountId: { name: 'account_id', type: 'text' },
    division: { type: 'int' },
    university: { type: 'text', nullable: true },
    faculty: { type: 'text', nullable: true },
    roundId: { name: 'round_id', type: 'text' },
    outcome: { type: 'text' },
    postId: { name: 'post_id', type: 'text', nullable: true },
    postTitle: { name: 'post_title', type: 'text', nullable: true },
    county: { type: 'int', nullable: true },
    decidedAt: { name: 'decided_at', type: 'timestamptz' },
  },
});
