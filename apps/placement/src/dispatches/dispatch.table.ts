import { EntitySchema } from 'typeorm';
import type { Dispatch } from './dispatch.js';

export const DispatchTable = new EntitySchema<Dispatch>({
  name: 'dispatch',
  columns: {
    id: { type: 'uuid', primary: true },
    number: { type: 'text' },
    season: { type: 'text' },
    county: { type: 'int' },
    handOverOn: { name: 'hand_over_on', type: 'date' },
    place: { type: 'text' },
    status: { type: 'text' },
    people: { type: 'int' },
    preparedBy: { name: 'prepared_by', type: 'text' },
    confirmedBy: { name: 'confirmed_by', type: 'text', nullable: true },
    confirmedOn: { name: 'confirmed_on', type: 'date', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
