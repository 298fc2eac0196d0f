import { EntitySchema } from 'typeorm';
import type { MilestoneChange, Season } from './season.js';

export const SeasonTable = new EntitySchema<Season>({
  name: 'season',
  columns: {
    season: { type: 'text', primary: true },
    name: { type: 'text' },
    region: { type: 'int' },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    openedBy: { name: 'opened_by', type: 'text' },
  },
});

export const MilestoneChangeTable = new EntitySchema<MilestoneChange>({
  name: 'milestone_change',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    noticeNumber: { name: 'notice_number', type: 'text' },
    windows: { type: 'jsonb' },
    reason: { type: 'text', nullable: true },
    status: { type: 'text' },
    proposedBy: { name: 'proposed_by', type: 'text' },
    proposedByName: { name: 'proposed_by_name', type: 'text' },
    proposedAt: { name: 'proposed_at', type: 'timestamptz' },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    decidedByName: { name: 'decided_by_name', type: 'text', nullable: true },
    decidedAt: { name: 'decided_at', type: 'timestamptz', nullable: true },
    decisionReason: { name: 'decision_reason', type: 'text', nullable: true },
  },
});
