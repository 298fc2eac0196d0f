import { type GapKind, gapKinds } from '@xibu/domain/finance/api';
import { ExportableQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional } from 'class-validator';
import { MonthQuery } from '../offices/month.dto.js';

export class CoverageQuery extends ExportableQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;

  /** Only those with an alarm that is open. */
  @IsOptional()
  @IsIn(['open'])
  readonly gaps?: 'open';
}

export class GapsQuery extends MonthQuery {
  @IsOptional()
  @IsIn(gapKinds)
  readonly kind?: GapKind;
}
