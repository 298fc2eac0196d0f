import type {
  ConfirmAttendanceRequest,
  CorrectAttendanceRequest,
  HoldRequest,
  UnpaidDays,
} from '@xibu/domain/finance/api';
import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { dayForm, monthForm } from '../offices/month.dto.js';

export class UnpaidDaysDto implements UnpaidDays {
  @IsString()
  @MaxLength(64)
  readonly accountId: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(31)
  @ArrayUnique()
  @Matches(dayForm, { each: true })
  readonly days: string[];

  @IsString()
  @MaxLength(200)
  readonly reason: string;
}

export class HoldDto implements HoldRequest {
  @IsString()
  @MaxLength(64)
  readonly accountId: string;

  @IsString()
  @MaxLength(500)
  readonly reason: string;
}

export class ConfirmAttendanceDto implements ConfirmAttendanceRequest {
  @Matches(monthForm)
  readonly month: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => UnpaidDaysDto)
  readonly unpaid?: UnpaidDaysDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => HoldDto)
  readonly holds?: HoldDto[];
}

export class CorrectAttendanceDto implements CorrectAttendanceRequest {
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => UnpaidDaysDto)
  readonly unpaid: UnpaidDaysDto[];

  @IsString()
  @MaxLength(500)
  readonly reason: string;
}

export class AttendancesQuery extends ListQuery {
  @Matches(monthForm)
  readonly month: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly unit?: string;

  @IsOptional()
  @IsIn(['confirmed', 'missing'])
  readonly state?: 'confirmed' | 'missing';
}
