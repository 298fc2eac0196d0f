import {
  type BaseRow,
  type FundingRow,
  type InsuranceRow,
  type PrepareAdjustmentRequest,
  prorations,
  type RateRow,
  roundings,
  termProjects,
} from '@xibu/domain/finance/api';
import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { dayForm } from '../offices/month.dto.js';

const idForm = /^[a-z][a-z0-9-]{0,39}$/;
const fenMax = 1_000_000_000_00;
const rowsMax = 10_000;

class DatedRowDto {
  @IsOptional()
  @Matches(dayForm)
  readonly from?: string;

  @IsOptional()
  @Matches(dayForm)
  readonly to?: string | null;
}

class PlacedRowDto extends DatedRowDto {
  @IsInt()
  @Min(100000)
  @Max(999999)
  readonly place: number;
}

class RateRowDto extends PlacedRowDto implements RateRow {
  @Matches(idForm)
  readonly component: string;

  @IsIn(termProjects)
  readonly project: (typeof termProjects)[number];

  @IsInt()
  @Min(0)
  @Max(fenMax)
  readonly fen: number;

  @IsIn(prorations)
  readonly proration: (typeof prorations)[number];
}

class FundingRowDto extends PlacedRowDto implements FundingRow {
  @IsIn(termProjects)
  readonly project: (typeof termProjects)[number];

  @IsInt()
  @Min(0)
  @Max(999)
  readonly ord: number;

  @Matches(idForm)
  readonly source: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(fenMax)
  readonly fen: number | null = null;
}

class InsuranceRowDto extends PlacedRowDto implements InsuranceRow {
  @Matches(idForm)
  readonly scheme: string;

  @IsInt()
  @Min(0)
  @Max(1_000_000)
  readonly personalPpm: number;

  @IsInt()
  @Min(0)
  @Max(1_000_000)
  readonly employerPpm: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(fenMax)
  readonly floorFen: number | null = null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(fenMax)
  readonly ceilingFen: number | null = null;

  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly unitFen: number;

  @IsIn(roundings)
  readonly mode: (typeof roundings)[number];
}

class BaseRowDto extends DatedRowDto implements BaseRow {
  @IsString()
  @MaxLength(64)
  readonly accountId: string;

  @IsInt()
  @Min(0)
  @Max(fenMax)
  readonly fen: number;
}

export class PrepareAdjustmentDto implements PrepareAdjustmentRequest {
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  readonly title: string;

  @IsString()
  @MinLength(1)
  @MaxLength(100)
  readonly documentNumber: string;

  @Matches(dayForm)
  readonly from: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(rowsMax)
  @ValidateNested({ each: true })
  @Type(() => RateRowDto)
  readonly rates?: RateRowDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(rowsMax)
  @ValidateNested({ each: true })
  @Type(() => FundingRowDto)
  readonly funding?: FundingRowDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(rowsMax)
  @ValidateNested({ each: true })
  @Type(() => InsuranceRowDto)
  readonly insurance?: InsuranceRowDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(rowsMax)
  @ValidateNested({ each: true })
  @Type(() => BaseRowDto)
  readonly bases?: BaseRowDto[];
}

export class AdjustmentsQuery extends ListQuery {
  /** One or several statuses, separated by commas. */
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly state?: string;
}

export class TermsQuery {
  @Type(() => Number)
  @IsInt()
  @Min(100000)
  @Max(999999)
  readonly county: number;

  @Matches(dayForm)
  readonly on: string;
}
