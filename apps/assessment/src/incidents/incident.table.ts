import { EntitySchema } from 'typeorm';
import type { Incident } from './incident.js';

export const IncidentTable = new EntitySchema<Incident>({
  name: 'incident',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    county: { type: 'int' },
    unit: { type: 'text' },
    kind: { type: 'text' },
    level: { type: 'text' },
    status: { type: 'text' },
    happenedAt: { name: 'happened_at', type: 'timestamptz' },
    place: { type: 'text' },
    people: { type: 'int' },
    steps: { type: 'jsonb' },
    reportedBy: { name: 'reported_by', type: 'text' },
    managementFault: { name: 'management_fault', type: 'boolean', nullable: true },
    finding: { type: 'text', nullable: true },
    at: { type: 'timestamptz' },
  },
});
