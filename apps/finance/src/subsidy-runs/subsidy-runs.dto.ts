import type { ApproveRunRequest, OpenRunRequest } from '@xibu/domain/finance/api';
import { ExportableQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { monthForm } from '../offices/month.dto.js';

export class OpenRunDto implements OpenRunRequest {
  @Matches(monthForm)
  readonly month: string;

  @IsInt()
  @Min(100000)
  @Max(999999)
  readonly county: number;
}

export class ApproveRunDto implements ApproveRunRequest {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly overrideReason?: string;
}

export class RunsQuery extends ExportableQuery {
  @IsOptional()
  @Matches(monthForm)
  readonly month?: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{4}$/)
  readonly season?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;

  /** One or several statuses, separated by commas. */
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly status?: string;
}

export class RunPeopleQuery extends ExportableQuery {
  @IsOptional()
  @IsIn(['payable', 'exception'])
  readonly state?: 'payable' | 'exception';
}
