import type { LegalDate, Rulebook, RulebookValues } from '@xibu/domain';
import { rfc3339 } from '@xibu/domain';
import type { RulebookStatus, RulebookView } from '@xibu/domain/programme/api';

/** 规则: one version of the numbers of a season, each with its clause; a draft until somebody else publishes it. */
export interface RulebookDraft {
  readonly id: string;
  readonly season: string;
  /** Counts the versions of a season. */
  readonly number: number;
  /** `2023-2024/1`: what decisions name. */
  readonly bookVersion: string;
  readonly status: RulebookStatus;
  readonly validFrom: LegalDate;
  readonly values: RulebookValues;
  readonly clauses: Rulebook['clauses'];
  readonly preparedBy: string;
  readonly preparedByName: string;
  readonly preparedAt: Date;
  readonly publishedBy: string | null;
  readonly publishedByName: string | null;
  readonly publishedAt: Date | null;
  readonly version: number;
}

export function viewOf(book: RulebookDraft): RulebookView {
  const { id, season, bookVersion, status, validFrom, values, clauses, version } = book;
  return {
    ...{ id, season, bookVersion, status, validFrom, values, clauses, version },
    ...{ preparedBy: book.preparedByName, publishedBy: book.publishedByName },
    publishedAt: book.publishedAt ? rfc3339(book.publishedAt) : null,
  };
}
