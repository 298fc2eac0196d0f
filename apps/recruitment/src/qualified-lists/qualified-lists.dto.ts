import type { PrepareQualifiedListRequest } from '@xibu/domain/recruitment/api';
import { ExportableQuery } from '@xibu/platform';
import { IsIn, IsInt, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class PrepareQualifiedListDto implements PrepareQualifiedListRequest {
  @Matches(/^\d{4}-\d{4}$/)
  readonly season: string;

  /** 分数线 in hundredths; the rulebook's when it is not given. */
  @IsOptional()
  @IsInt()
  readonly minimumScoreHundredths?: number;
}

export class EntriesQuery extends ExportableQuery {
  @IsOptional()
  @IsIn(['qualified', 'not-qualified'])
  readonly outcome?: 'qualified' | 'not-qualified';

  /** Part of a name or number, or a whole code. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly q?: string;
}
