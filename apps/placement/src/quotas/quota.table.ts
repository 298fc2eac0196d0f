import { EntitySchema } from 'typeorm';
import type { QuotaPlan, QuotaTransfer } from './quota.js';

export const QuotaPlanTable = new EntitySchema<QuotaPlan>({
  name: 'quota_plan',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    division: { type: 'int' },
    status: { type: 'text' },
    preparedBy: { name: 'prepared_by', type: 'text' },
    preparedByName: { name: 'prepared_by_name', type: 'text' },
    approvedBy: { name: 'approved_by', type: 'text', nullable: true },
    decidedBy: { name: 'decided_by', type: 'text' },
    returnReason: { name: 'return_reason', type: 'text', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});

export const QuotaTransferTable = new EntitySchema<QuotaTransfer>({
  name: 'quota_transfer',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    division: { type: 'int' },
    planId: { name: 'plan_id', type: 'uuid' },
    projectKind: { name: 'project_kind', type: 'text' },
    from: { type: 'int' },
    to: { type: 'int', nullable: true },
    count: { type: 'int' },
    reason: { type: 'text' },
    status: { type: 'text' },
    proposedBy: { name: 'proposed_by', type: 'text' },
    proposedByName: { name: 'proposed_by_name', type: 'text' },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    decisionReason: { name: 'decision_reason', type: 'text', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
  },
});
