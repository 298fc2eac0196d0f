import { EntitySchema } from 'typeorm';
import type { Block } from './block.js';

export const BlockTable = new EntitySchema<Block>({
  name: 'placement_block',
  columns: {
    id: { type: 'uuid', primary: true },
    county: { type: 'int' },
    unit: { type: 'text', nullable: true },
    season: { type: 'text' },
    cause: { type: 'text' },
    sourceId: { name: 'source_id', type: 'text' },
    status: { type: 'text' },
    reason: { type: 'text' },
    liftReason: { name: 'lift_reason', type: 'text', nullable: true },
    proposedByAccount: { name: 'proposed_by_account', type: 'text', nullable: true },
    proposedBy: { name: 'proposed_by', type: 'text', nullable: true },
    liftedBy: { name: 'lifted_by', type: 'text', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
  },
});
