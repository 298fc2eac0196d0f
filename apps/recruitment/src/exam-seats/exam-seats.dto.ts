import type { ImportRequest, ScoreRow } from '@xibu/domain/recruitment/api';
import { ExportableQuery } from '@xibu/platform';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBase64,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

export class SeatsQuery extends ExportableQuery {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly site?: string;

  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly isScored?: boolean;
}

class ScoreRowDto implements ScoreRow {
  @Matches(/^\d{8,20}$/)
  readonly ticket: string;

  /** 8650 is 86.5; the rulebook of the season says how high it may be. */
  @IsOptional()
  @IsInt()
  readonly scoreHundredths?: number;

  @IsOptional()
  @IsBoolean()
  readonly isAbsent?: boolean;
}

export class ScoresDto implements ImportRequest<ScoreRow> {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20_000)
  @ValidateNested({ each: true })
  @Type(() => ScoreRowDto)
  readonly rows?: ScoreRowDto[];

  /** XLSX or CSV with the columns 准考证号, 成绩, 缺考. */
  @IsOptional()
  @IsBase64()
  readonly file?: string;
}
