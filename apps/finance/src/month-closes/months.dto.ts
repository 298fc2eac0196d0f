import type { ProposeCloseRequest } from '@xibu/domain/finance/api';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { monthForm } from '../offices/month.dto.js';

export class BoardQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;
}

export class ProposeCloseDto implements ProposeCloseRequest {
  @Matches(monthForm)
  readonly month: string;

  @IsInt()
  @Min(100000)
  @Max(999999)
  readonly county: number;
}
