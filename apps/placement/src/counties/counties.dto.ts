import {
  type ApplyForCountyRequest,
  type BlockStatus,
  blockStatuses,
  type ContinuingCounty,
  type CountyStanding,
  countyStandings,
  type FileCountyRequest,
  type LocalKeyCountyRequest,
  type ReapplyCountyRequest,
  type ReasonRequest,
  type RectifyCountyRequest,
  type RegisterCountiesRequest,
} from '@xibu/domain/placement/api';
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
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

export const seasonPattern = /^\d{4}-\d{4}$/;

/** Several validators under one name, for fields that come again and again. */
const all =
  (...rules: PropertyDecorator[]) =>
  (): PropertyDecorator =>
  (target, name) => {
    for (const rule of rules) rule(target, name);
  };
export const IsSeason = all(Matches(seasonPattern));
export const IsCounty = all(
  Type(() => Number),
  IsInt(),
  Min(110000),
  Max(829999),
);
const IsDocument = all(IsString(), Length(2, 100));
const IsWords = all(IsString(), Length(2, 1000));

export class ApplyForCountyDto implements ApplyForCountyRequest {
  @IsSeason() readonly season: string;
  @IsDocument() readonly foundingDocument: string;
  @IsDocument() readonly namedOfficer: string;
  @IsDocument() readonly governmentApproval: string;
}

class ContinuingCountyDto implements ContinuingCounty {
  @IsCounty() readonly county: number;
  @IsDocument() readonly foundingDocument: string;
  @IsDocument() readonly namedOfficer: string;
}

export class RegisterCountiesDto implements RegisterCountiesRequest {
  @IsSeason() readonly season: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ContinuingCountyDto)
  readonly counties: ContinuingCountyDto[];
}

export class ReasonDto implements ReasonRequest {
  @IsWords() readonly reason: string;
}

export class FileCountyDto implements FileCountyRequest {
  @IsDocument() readonly filingNumber: string;
}

export class RectifyCountyDto implements RectifyCountyRequest {
  @IsWords() readonly measures: string;
  @IsDocument() readonly document: string;
}

export class ReapplyCountyDto implements ReapplyCountyRequest {
  @IsSeason() readonly season: string;
  @IsDocument() readonly governmentApproval: string;
}

export class LocalKeyCountyDto implements LocalKeyCountyRequest {
  @IsCounty() readonly county: number;
  @IsDocument() readonly documentNumber: string;
}

export class CountiesQuery extends ListQuery {
  /** The season in which the standing is asked for. */
  @IsSeason() readonly season: string;

  /** One or several statuses, separated by commas. */
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly status?: string;

  @IsOptional()
  @IsIn(countyStandings)
  readonly standing?: CountyStanding;

  /** Part of a name, or the beginning of a code. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  readonly q?: string;
}

export class BlocksQuery extends ListQuery {
  @IsOptional()
  @IsSeason()
  readonly season?: string;

  @IsOptional()
  @IsIn(blockStatuses)
  readonly status?: BlockStatus;
}
