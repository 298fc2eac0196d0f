import { type LeaveKind, leaveKinds } from '@xibu/domain';
import type { AskLeaveRequest, DecideRequest, ReturnRequest } from '@xibu/domain/placement/api';
import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsLegalDate } from '../volunteers/is-legal-date.js';

export class AskLeaveDto implements AskLeaveRequest {
  @IsIn(leaveKinds)
  readonly kind: LeaveKind;

  @IsLegalDate()
  readonly from: string;

  @IsLegalDate()
  readonly to: string;

  @IsString()
  @Length(1, 500)
  readonly reason: string;

  @IsString()
  @Length(1, 200)
  readonly destination: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly hospitalNote?: string;
}

export class DecideDto implements DecideRequest {
  @IsBoolean()
  readonly approved: boolean;

  @IsString()
  @MaxLength(500)
  readonly reason: string;
}

export class ReturnDto implements ReturnRequest {
  @IsLegalDate()
  readonly on: string;
}

export class LeavesQuery extends ListQuery {
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly status?: string;

  @IsOptional()
  @IsIn(['unit', 'county', 'region'])
  readonly waitsFor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;
}
