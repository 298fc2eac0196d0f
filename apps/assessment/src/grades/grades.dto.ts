import { type Grade, grades } from '@xibu/domain';
import { assessmentStatuses, type GradeRow } from '@xibu/domain/assessment/api';
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
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

export class SeasonDto {
  @Matches(/^\d{4}-\d{4}$/)
  readonly season: string;
}

export class TextDto {
  @IsString()
  @MinLength(2)
  @MaxLength(4000)
  readonly text: string;
}

export class OpinionDto {
  @IsString()
  @MinLength(2)
  @MaxLength(2000)
  readonly opinion: string;

  @IsInt()
  @Min(0)
  @Max(100)
  readonly score: number;
}

export class GradeRowDto implements GradeRow {
  @IsUUID()
  readonly id: string;

  @IsIn(grades)
  readonly grade: Grade;

  @IsString()
  @MaxLength(2000)
  readonly opinion: string;
}

export class GradeManyDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => GradeRowDto)
  readonly rows: GradeRowDto[];
}

export class AssessmentsQuery extends ListQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{4}$/)
  readonly season?: string;

  @IsOptional()
  @IsIn(assessmentStatuses)
  readonly status?: string;

  @IsOptional()
  @IsIn(grades)
  readonly grade?: string;
}
