import type { IncidentKind, IncidentLevel, IncidentStatus } from '@xibu/domain/assessment/api';

/** 突发事件: from the first report to the conclusion whether management was at fault. */
export interface Incident {
  readonly id: string;
  readonly season: string;
  readonly county: number;
  readonly unit: string;
  readonly kind: IncidentKind;
  readonly level: IncidentLevel;
  readonly status: IncidentStatus;
  readonly happenedAt: Date;
  readonly place: string;
  readonly people: number;
  readonly steps: readonly IncidentStep[];
  readonly reportedBy: string;
  readonly managementFault: boolean | null;
  readonly finding: string | null;
  readonly at: Date;
}

export interface IncidentStep {
  readonly at: string;
  readonly by: string;
  readonly text: string;
}
