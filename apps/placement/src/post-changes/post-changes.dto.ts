import type { AskPostChangeRequest, DecidePostChangeRequest } from '@xibu/domain/placement/api';
import { ListQuery } from '@xibu/platform';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { DecideDto } from '../leaves/leaves.dto.js';
import { IsLegalDate } from '../volunteers/is-legal-date.js';

export class AskPostChangeDto implements AskPostChangeRequest {
  @IsOptional()
  @Matches(/^[\w-]{1,40}$/)
  readonly number?: string;

  @IsUUID()
  readonly toPostId: string;

  @IsString()
  @Length(1, 500)
  readonly reason: string;
}

export class DecidePostChangeDto extends DecideDto implements DecidePostChangeRequest {
  @IsOptional()
  @IsLegalDate()
  readonly on?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly exceptionReason?: string;
}

export class PostChangesQuery extends ListQuery {
  @IsOptional()
  @IsIn(['requested', 'approved', 'refused'])
  readonly status?: string;

  @IsOptional()
  @IsIn(['county', 'league-city', 'region'])
  readonly tier?: string;
}
