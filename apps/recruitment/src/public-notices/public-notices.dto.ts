import type { OpenPublicNoticeRequest } from '@xibu/domain/recruitment/api';
import { ListQuery } from '@xibu/platform';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class OpenPublicNoticeDto implements OpenPublicNoticeRequest {
  @Matches(/^\d{4}-\d{4}$/)
  readonly season: string;
}

export class NoticesQuery extends ListQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{4}$/)
  readonly season?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly university?: string;

  @IsOptional()
  @IsIn(['open', 'closed'])
  readonly status?: 'open' | 'closed';
}
