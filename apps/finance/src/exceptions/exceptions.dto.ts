import {
  type ConfirmExceptionsRequest,
  type ExceptionCode,
  exceptionCodes,
  type SettleExceptionsRequest,
} from '@xibu/domain/finance/api';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { MonthQuery } from '../offices/month.dto.js';

export class ExceptionsQuery extends MonthQuery {
  @IsOptional()
  @IsIn(exceptionCodes)
  readonly code?: ExceptionCode;

  @IsOptional()
  @IsIn(['run', 'bank'])
  readonly origin?: 'run' | 'bank';
}

export class ConfirmExceptionsDto implements ConfirmExceptionsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly ids: string[];
}

export class SettleExceptionsDto extends ConfirmExceptionsDto implements SettleExceptionsRequest {
  @IsString()
  @MaxLength(500)
  readonly reason: string;
}
