import type { LegalDate } from '@xibu/domain';

/** 派遣前培训: one session of a season. */
export interface Training {
  readonly id: string;
  readonly season: string;
  readonly title: string;
  readonly heldOn: LegalDate;
  readonly place: string;
  readonly hours: number;
  readonly topics: readonly string[];
  /** Whoever misses a required session is not dispatched. */
  readonly isRequired: boolean;
  readonly status: 'planned' | 'held' | 'cancelled';
  readonly updatedAt: Date;
  readonly version: number;
}
