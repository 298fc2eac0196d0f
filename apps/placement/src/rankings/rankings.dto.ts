import { type Special, specials } from '@xibu/domain';
import type { RankPostsRequest } from '@xibu/domain/placement/api';
import { ListQuery } from '@xibu/platform';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsCounty, IsSeason } from '../counties/counties.dto.js';

export class RankPostsDto implements RankPostsRequest {
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^\d{6}-\d{2}-\d{3,6}$/, { each: true })
  readonly posts: string[];

  @IsBoolean()
  readonly acceptsReassignment: boolean;
}

export class SeasonParams {
  @IsSeason() readonly season: string;
}

export class ExpansionQuery extends SeasonParams {
  @IsCounty() readonly county: number;

  @IsIn(specials)
  readonly special: Special;
}

export class RankingsQuery extends ListQuery {
  @IsSeason() readonly season: string;

  /** One or several statuses, separated by commas. */
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly status?: string;

  /** Part of a code. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  readonly q?: string;
}
