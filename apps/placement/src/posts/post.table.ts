import { EntitySchema } from 'typeorm';
import type { Post } from './post.js';

export const PostTable = new EntitySchema<Post>({
  name: 'post',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    county: { type: 'int' },
    draftNumber: { name: 'draft_number', type: 'int' },
    code: { type: 'text', nullable: true },
    status: { type: 'text' },
    unit: { type: 'text' },
    unitName: { name: 'unit_name', type: 'text' },
    title: { type: 'text' },
    special: { type: 'text' },
    level: { type: 'text' },
    seats: { type: 'int' },
    projectKind: { name: 'project_kind', type: 'text' },
    duties: { type: 'text' },
    providesBoardAndLodging: { name: 'provides_board_and_lodging', type: 'boolean' },
    cashMonthlyFen: { name: 'cash_monthly_fen', type: 'int' },
    majors: { type: 'jsonb' },
    placeTags: { name: 'place_tags', type: 'jsonb' },
    acceptsReassigned: { name: 'accepts_reassigned', type: 'boolean' },
    preparedBy: { name: 'prepared_by', type: 'text' },
    declaredBy: { name: 'declared_by', type: 'text', nullable: true },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    returnReason: { name: 'return_reason', type: 'text', nullable: true },
    closeReason: { name: 'close_reason', type: 'text', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
