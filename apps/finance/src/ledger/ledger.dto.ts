import { ExportableQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches } from 'class-validator';
import { monthForm } from '../offices/month.dto.js';

export class LedgerQuery extends ExportableQuery {
  /** Postings of this month; balances up to its end. */
  @IsOptional()
  @Matches(monthForm)
  readonly month?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly budgetYear?: number;

  @IsOptional()
  @Matches(/^[a-z-]{1,40}$/)
  readonly account?: string;
}
