import { ExportableQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches } from 'class-validator';
import { monthForm } from '../offices/month.dto.js';

export class InsuredQuery extends ExportableQuery {
  @Matches(monthForm)
  readonly month: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;

  @IsOptional()
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  readonly scheme?: string;

  @IsOptional()
  @IsIn(['joined', 'stays', 'left'])
  readonly change?: 'joined' | 'stays' | 'left';
}
