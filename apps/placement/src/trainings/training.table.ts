import { EntitySchema } from 'typeorm';
import type { Training } from './training.js';

export const TrainingTable = new EntitySchema<Training>({
  name: 'training',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    title: { type: 'text' },
    heldOn: { name: 'held_on', type: 'date' },
    place: { type: 'text' },
    hours: { type: 'int' },
    topics: { type: 'jsonb' },
    isRequired: { name: 'is_required', type: 'boolean' },
    status: { type: 'text' },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
