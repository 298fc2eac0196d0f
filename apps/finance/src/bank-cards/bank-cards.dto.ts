import type {
  ConfirmBankCardRequest,
  ConfirmBankCardsRequest,
  RegisterBankCardRequest,
} from '@xibu/domain/finance/api';
import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';

export class RegisterBankCardDto implements RegisterBankCardRequest {
  @IsString()
  @MaxLength(60)
  readonly number: string;

  @IsString()
  @MinLength(1)
  @MaxLength(60)
  readonly holderName: string;

  @IsString()
  @MinLength(2)
  @MaxLength(60)
  readonly bankName: string;
}

export class ConfirmBankCardDto implements ConfirmBankCardRequest {
  @IsOptional()
  @IsBoolean()
  readonly bankConfirmed?: boolean;
}

export class ConfirmBankCardsDto extends ConfirmBankCardDto implements ConfirmBankCardsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly ids: string[];
}

export class BankCardsQuery extends ListQuery {
  /** One or several statuses, separated by commas. */
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly status?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;
}
