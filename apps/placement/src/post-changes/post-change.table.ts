import { EntitySchema } from 'typeorm';
import type { PostChange } from './post-change.js';

export const PostChangeTable = new EntitySchema<PostChange>({
  name: 'post_change',
  columns: {
    id: { type: 'uuid', primary: true },
    volunteerId: { name: 'volunteer_id', type: 'uuid' },
    number: { type: 'text' },
    accountId: { name: 'account_id', type: 'text' },
    county: { type: 'int' },
    toCounty: { name: 'to_county', type: 'int' },
    unit: { type: 'text' },
    fromPostId: { name: 'from_post_id', type: 'uuid' },
    toPostId: { name: 'to_post_id', type: 'uuid' },
    tier: { type: 'text' },
    askedBy: { name: 'asked_by', type: 'text' },
    reason: { type: 'text' },
    status: { type: 'text' },
    on: { name: 'on_day', type: 'date', nullable: true },
    decisionReason: { name: 'decision_reason', type: 'text', nullable: true },
    exceptionReason: { name: 'exception_reason', type: 'text', nullable: true },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
