import type { HealthResultRow, ImportRequest, OpenHealthExamRequest } from '@xibu/domain/recruitment/api';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBase64,
  IsBoolean,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

export class OpenHealthExamDto implements OpenHealthExamRequest {
  @Matches(/^\d{4}-\d{4}$/)
  readonly season: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly university?: string;

  @IsString()
  @MinLength(2)
  @MaxLength(80)
  readonly hospital: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  readonly heldOn: string;
}

class HealthResultDto implements HealthResultRow {
  @Matches(/^\d{4}-\d{2}-\d{6,}$/)
  readonly number: string;

  @IsBoolean()
  readonly passed: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly conclusion?: string;
}

export class HealthResultsDto implements ImportRequest<HealthResultRow> {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20_000)
  @ValidateNested({ each: true })
  @Type(() => HealthResultDto)
  readonly rows?: HealthResultDto[];

  /** XLSX or CSV with the columns 报名编号, 体检结果, 结论. */
  @IsOptional()
  @IsBase64()
  readonly file?: string;
}
