import { ExportableQuery } from '@xibu/platform';
import { IsIn, IsOptional, Matches } from 'class-validator';

const reasons = ['declined', 'no-show', 'no-diploma', 'health', 'objection', 'withdrawn'] as const;

export class LossesQuery extends ExportableQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{4}$/)
  readonly season?: string;

  @IsOptional()
  @IsIn(reasons)
  readonly reason?: (typeof reasons)[number];
}
