import {
  type FundKey,
  type FundPurpose,
  fundPurposes,
  type RecordArrivalRequest,
  type RecordArrivalsRequest,
  type RecordSpendingRequest,
  spendingAccounts,
} from '@xibu/domain/finance/api';
import { ListQuery } from '@xibu/platform';
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
  MinLength,
  ValidateNested,
} from 'class-validator';
import { dayForm } from '../offices/month.dto.js';

export const idForm = /^[a-z][a-z0-9-]{0,39}$/;
const fenMax = 1_000_000_000_00;

class FundKeyDto implements FundKey {
  @IsInt()
  @Min(100000)
  @Max(999999)
  readonly county: number;

  @IsIn(['national', 'local'])
  readonly project: 'national' | 'local';

  @Matches(idForm)
  readonly source: string;

  @IsInt()
  @Min(2000)
  @Max(2999)
  readonly budgetYear: number;

  @IsIn(fundPurposes)
  readonly purpose: FundPurpose;

  @IsInt()
  @Min(1)
  @Max(fenMax)
  readonly fen: number;

  @IsString()
  @MinLength(1)
  @MaxLength(100)
  readonly documentNumber: string;
}

export class RecordArrivalDto extends FundKeyDto implements RecordArrivalRequest {
  @Matches(dayForm)
  readonly arrivedOn: string;
}

export class RecordArrivalsDto implements RecordArrivalsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => RecordArrivalDto)
  readonly rows: RecordArrivalDto[];
}

export class RecordSpendingDto extends FundKeyDto implements RecordSpendingRequest {
  @IsIn(spendingAccounts)
  readonly account: (typeof spendingAccounts)[number];

  @Matches(dayForm)
  readonly spentOn: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly words: string;
}

export class FundsQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly budgetYear?: number;

  @IsOptional()
  @Matches(idForm)
  readonly source?: string;

  @IsOptional()
  @IsIn(fundPurposes)
  readonly purpose?: FundPurpose;
}
