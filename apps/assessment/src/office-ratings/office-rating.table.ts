import { EntitySchema } from 'typeorm';
import type { OfficeRating } from './office-rating.rules.js';

export const OfficeRatingTable = new EntitySchema<OfficeRating>({
  name: 'office_rating',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    officeId: { name: 'office_id', type: 'uuid' },
    division: { type: 'int', nullable: true },
    university: { type: 'text', nullable: true },
    rating: { type: 'text' },
    score: { type: 'int' },
    evidence: { type: 'jsonb' },
    proposedBy: { name: 'proposed_by', type: 'text' },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    status: { type: 'text' },
  },
});
