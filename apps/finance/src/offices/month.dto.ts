import { ExportableQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches } from 'class-validator';

export const monthForm = /^\d{4}-(0[1-9]|1[0-2])$/;
export const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Most lists of money are asked for by month and county. */
export class MonthQuery extends ExportableQuery {
  @IsOptional()
  @Matches(monthForm)
  readonly month?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;

  /** One or several states, separated by commas. */
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly state?: string;
}

export class MonthParam {
  @Matches(monthForm)
  readonly month: string;
}
