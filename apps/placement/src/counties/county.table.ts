import { EntitySchema } from 'typeorm';
import type { ServiceCounty } from './county.js';

export const ServiceCountyTable = new EntitySchema<ServiceCounty>({
  name: 'service_county',
  columns: {
    code: { type: 'int', primary: true },
    name: { type: 'text' },
    status: { type: 'text' },
    basis: { type: 'text' },
    firstSeason: { name: 'first_season', type: 'text' },
    season: { type: 'text' },
    newIn: { name: 'new_in', type: 'text', nullable: true },
    disqualifiedFrom: { name: 'disqualified_from', type: 'text', nullable: true },
    foundingDocument: { name: 'founding_document', type: 'text' },
    namedOfficer: { name: 'named_officer', type: 'text' },
    governmentApproval: { name: 'government_approval', type: 'text', nullable: true },
    filingNumber: { name: 'filing_number', type: 'text', nullable: true },
    rectification: { type: 'jsonb', nullable: true },
    decision: { type: 'jsonb', nullable: true },
    preparedBy: { name: 'prepared_by', type: 'text' },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
