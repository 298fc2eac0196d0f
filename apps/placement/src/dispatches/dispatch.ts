import type { LegalDate } from '@xibu/domain';

/** 派遣交接名册: the list by which one county takes its volunteers over after training. */
export interface Dispatch {
  readonly id: string;
  /** `P2023-152221-1`: the same in every run of a season. */
  readonly number: string;
  readonly season: string;
  readonly county: number;
  readonly handOverOn: LegalDate;
  readonly place: string;
  readonly status: 'prepared' | 'confirmed';
  readonly people: number;
  readonly preparedBy: string;
  readonly confirmedBy: string | null;
  readonly confirmedOn: LegalDate | null;
  readonly updatedAt: Date;
  readonly version: number;
}
