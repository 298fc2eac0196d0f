import type { AttendanceRequest, PlanTrainingRequest } from '@xibu/domain/placement/api';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsLegalDate } from '../volunteers/is-legal-date.js';

const season = /^\d{4}-\d{4}$/;

export class PlanTrainingDto implements PlanTrainingRequest {
  @Matches(season)
  readonly season: string;

  @IsString()
  @Length(1, 100)
  readonly title: string;

  @IsLegalDate()
  readonly heldOn: string;

  @IsString()
  @Length(1, 200)
  readonly place: string;

  @IsInt()
  @Min(1)
  @Max(200)
  readonly hours: number;

  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 50, { each: true })
  readonly topics: string[];

  @IsBoolean()
  readonly isRequired: boolean;
}

export class TrainingsQuery {
  @Matches(season)
  readonly season: string;
}

class AttendanceRowDto {
  @Matches(/^[\w-]{1,40}$/)
  readonly number: string;

  @IsBoolean()
  readonly attended: boolean;
}

export class AttendanceDto implements AttendanceRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ArrayUnique(({ number }: AttendanceRowDto) => number)
  @ValidateNested({ each: true })
  @Type(() => AttendanceRowDto)
  readonly rows: AttendanceRowDto[];
}
