import type { PrepareBatchRequest, TakeReturnRequest } from '@xibu/domain/finance/api';
import { IsBase64, IsInt, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { monthForm } from '../offices/month.dto.js';

export class PrepareBatchDto implements PrepareBatchRequest {
  @IsInt()
  @Min(100000)
  @Max(999999)
  readonly county: number;

  @Matches(monthForm)
  readonly month: string;

  @IsString()
  @MaxLength(40)
  readonly profile: string;
}

export class TakeReturnDto implements TakeReturnRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly name: string;

  @IsBase64()
  @MaxLength(1_900_000)
  readonly content: string;
}
