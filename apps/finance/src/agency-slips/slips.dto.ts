import { type ImportSlipRequest, type SlipResult, type SlipRowRequest, slipResults } from '@xibu/domain/finance/api';
import { ExportableQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { monthForm } from '../offices/month.dto.js';

const fenMax = 1_000_000_000_00;

class SlipRowDto implements SlipRowRequest {
  @IsString()
  @MaxLength(30)
  readonly identityNumber: string;

  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  readonly scheme: string;

  @IsInt()
  @Min(-fenMax)
  @Max(fenMax)
  readonly personalFen: number;

  @IsInt()
  @Min(-fenMax)
  @Max(fenMax)
  readonly employerFen: number;
}

export class ImportSlipDto implements ImportSlipRequest {
  @Matches(monthForm)
  readonly month: string;

  @IsInt()
  @Min(100000)
  @Max(999999)
  readonly county: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  @ValidateNested({ each: true })
  @Type(() => SlipRowDto)
  readonly rows: SlipRowDto[];
}

export class SlipRowsQuery extends ExportableQuery {
  @IsOptional()
  @IsIn(slipResults)
  readonly result?: SlipResult;
}
