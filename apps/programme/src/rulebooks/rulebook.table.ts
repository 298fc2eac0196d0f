import { EntitySchema } from 'typeorm';
import type { RulebookDraft } from './rulebook-draft.js';

export const RulebookTable = new EntitySchema<RulebookDraft>({
  name: 'rulebook',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    number: { type: 'int' },
    bookVersion: { name: 'book_version', type: 'text' },
    status: { type: 'text' },
    validFrom: { name: 'valid_from', type: 'date' },
    values: { type: 'jsonb' },
    clauses: { type: 'jsonb' },
    preparedBy: { name: 'prepared_by', type: 'text' },
    preparedByName: { name: 'prepared_by_name', type: 'text' },
    preparedAt: { name: 'prepared_at', type: 'timestamptz' },
    publishedBy: { name: 'published_by', type: 'text', nullable: true },
    publishedByName: { name: 'published_by_name', type: 'text', nullable: true },
    publishedAt: { name: 'published_at', type: 'timestamptz', nullable: true },
    version: { type: 'int' },
  },
});
