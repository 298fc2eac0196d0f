import type { ConfirmDispatchRequest, PrepareDispatchesRequest } from '@xibu/domain/placement/api';
import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsLegalDate } from '../volunteers/is-legal-date.js';

const season = /^\d{4}-\d{4}$/;

export class DispatchesQuery {
  @Matches(season)
  readonly season: string;
}

export class PrepareDispatchesDto implements PrepareDispatchesRequest {
  @Matches(season)
  readonly season: string;

  @IsOptional()
  @IsInt()
  readonly county?: number;

  @IsLegalDate()
  readonly handOverOn: string;

  @IsString()
  @Length(1, 200)
  readonly place: string;
}

export class ConfirmDispatchDto implements ConfirmDispatchRequest {
  @IsArray()
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @Matches(/^[\w-]{1,40}$/, { each: true })
  readonly missing: string[];
}
