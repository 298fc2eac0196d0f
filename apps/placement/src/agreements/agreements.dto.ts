import type { AllowLateRequest, SignAgreementsRequest } from '@xibu/domain/placement/api';
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
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsLegalDate } from '../volunteers/is-legal-date.js';

const season = /^\d{4}-\d{4}$/;

export class AgreementsQuery extends ListQuery {
  @IsOptional()
  @Matches(season)
  readonly season?: string;

  @IsOptional()
  @IsIn(['open', 'signed', 'void'])
  readonly status?: string;

  @IsOptional()
  @IsIn(['first', 'extension', 'annex'])
  readonly kind?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;
}

export class UnsignedQuery {
  @Matches(season)
  readonly season: string;
}

export class SignAgreementsDto implements SignAgreementsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly ids: string[];
}

export class AllowLateDto implements AllowLateRequest {
  @IsString()
  @MaxLength(500)
  readonly reason: string;

  @IsLegalDate()
  readonly until: string;
}
