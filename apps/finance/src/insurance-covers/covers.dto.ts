import { IsOptional, IsUUID, Matches } from 'class-validator';
import { MonthQuery } from '../offices/month.dto.js';

export class CoversQuery extends MonthQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{4}$/)
  readonly season?: string;

  @IsOptional()
  @IsUUID()
  readonly policy?: string;
}
