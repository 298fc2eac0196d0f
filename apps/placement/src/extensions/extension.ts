import type { LegalDate } from '@xibu/domain';
import type { ExtensionStatus, ExtensionView } from '@xibu/domain/placement/api';

/** 延期: one more year, asked for by the volunteer. */
export interface Extension {
  readonly id: string;
  readonly volunteerId: string;
  readonly number: string;
  readonly accountId: string;
  readonly county: number;
  readonly unit: string;
  /** The season into which the service goes on. */
  readonly season: string;
  /** The further year, both days included. */
  readonly from: LegalDate;
  readonly to: LegalDate;
  readonly reason: string;
  readonly status: ExtensionStatus;
  /** Account of the county that agreed; another one decides. */
  readonly agreedBy: string | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly updatedAt: Date;
  readonly version: number;
}

/** `2024-2025` after `2023-2024`. */
export function seasonAfter(season: string): string {
  const first = Number(season.slice(0, 4)) + 1;
  return `${first}-${first + 1}`;
}

export function viewOfExtension(extension: Extension): ExtensionView {
  const { id, number, volunteerId, county, season, from, to, reason, status, decisionReason } = extension;
  return { id, number, volunteerId, county, season, from, to, reason, status, decisionReason };
}
