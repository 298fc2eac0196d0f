import type { Rulebook, RulebookValues } from '@xibu/domain';
import {
  type FirstRulebookRequest,
  type PrepareRulebookRequest,
  type RulebookStatus,
  rulebookStatuses,
  type SaveRulebookRequest,
} from '@xibu/domain/programme/api';
import { ListQuery } from '@xibu/platform';
import { IsIn, IsObject, IsOptional, Matches } from 'class-validator';
import { seasonPattern } from '../seasons/seasons.dto.js';

/** Which numbers there must be is a matter of rules, not of shape: next year’s notice may have others. */
export class SaveRulebookDto implements SaveRulebookRequest {
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly validFrom: string;

  @IsObject()
  readonly values: RulebookValues;

  @IsObject()
  readonly clauses: Rulebook['clauses'];
}

export class PrepareRulebookDto extends SaveRulebookDto implements PrepareRulebookRequest {
  @Matches(seasonPattern)
  readonly season: string;
}

export class FirstRulebookDto implements FirstRulebookRequest {
  @Matches(seasonPattern)
  readonly season: string;
}

export class RulebooksQuery extends ListQuery {
  @IsOptional()
  @Matches(seasonPattern)
  readonly season?: string;

  @IsOptional()
  @IsIn(rulebookStatuses)
  readonly status?: RulebookStatus;
}
