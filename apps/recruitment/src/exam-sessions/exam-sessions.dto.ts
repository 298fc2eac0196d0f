import type { ChangeExamSessionRequest, ExamSite, PlanExamSessionRequest } from '@xibu/domain/recruitment/api';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

class ExamRoomDto {
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  readonly name: string;

  /** Three digits of the ticket number. */
  @IsInt()
  @Min(1)
  @Max(999)
  readonly seats: number;
}

class ExamSiteDto implements ExamSite {
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  readonly name: string;

  @IsString()
  @MaxLength(120)
  readonly address: string;

  /** Two digits of the ticket number, as for the sites. */
  @IsArray()
  @ArrayMaxSize(99)
  @ValidateNested({ each: true })
  @Type(() => ExamRoomDto)
  readonly rooms: ExamRoomDto[];
}

export class ChangeExamSessionDto implements ChangeExamSessionRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  readonly name: string;

  @IsISO8601({ strict: true })
  readonly startsAt: string;

  @IsISO8601({ strict: true })
  readonly endsAt: string;

  @IsArray()
  @ArrayMaxSize(99)
  @ValidateNested({ each: true })
  @Type(() => ExamSiteDto)
  readonly sites: ExamSiteDto[];
}

export class PlanExamSessionDto extends ChangeExamSessionDto implements PlanExamSessionRequest {
  @Matches(/^\d{4}-\d{4}$/)
  readonly season: string;
}

export class SeasonQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{4}$/)
  readonly season?: string;
}
