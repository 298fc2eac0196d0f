import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export class ReferenceQuery {
  /** Name, part of it, code, pinyin or its initials. Empty gives the first rows of the table. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly q?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit: number = 20;
}

export class DivisionsQuery extends ReferenceQuery {
  @IsOptional()
  @IsIn(['province', 'prefecture', 'county'])
  readonly level?: 'province' | 'prefecture' | 'county';

  /** Six digits: only what lies in this division. */
  @IsOptional()
  @Matches(/^\d{6}$/)
  readonly within?: string;
}

export class UniversitiesQuery extends ReferenceQuery {
  /** Two or six digits of the province. */
  @IsOptional()
  @Matches(/^\d{2}(\d{4})?$/)
  readonly province?: string;
}
