import {
  type AskDepartureRequest,
  type ProposeTerminationRequest,
  type RecordDeathRequest,
  type TerminationGround,
  terminationGrounds,
} from '@xibu/domain/placement/api';
import { ListQuery } from '@xibu/platform';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsLegalDate } from '../volunteers/is-legal-date.js';

const number = /^[\w-]{1,40}$/;

export class AskDepartureDto implements AskDepartureRequest {
  @IsLegalDate()
  readonly lastDay: string;

  @IsString()
  @Length(1, 500)
  readonly reason: string;
}

export class ProposeTerminationDto extends AskDepartureDto implements ProposeTerminationRequest {
  @Matches(number)
  readonly number: string;

  @IsIn(terminationGrounds)
  readonly ground: TerminationGround;

  @IsString()
  @MaxLength(2000)
  readonly hearingNote: string;
}

export class RecordDeathDto implements RecordDeathRequest {
  @Matches(number)
  readonly number: string;

  @IsLegalDate()
  readonly on: string;

  @IsString()
  @Length(1, 500)
  readonly reason: string;
}

export class DeparturesQuery extends ListQuery {
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly status?: string;

  @IsOptional()
  @IsIn(['early-exit', 'terminated', 'deceased'])
  readonly kind?: string;
}
