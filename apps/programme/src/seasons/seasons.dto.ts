import { type Milestone, milestones } from '@xibu/domain';
import {
  type ChangeStatus,
  changeStatuses,
  type MilestoneWindow,
  type OpenSeasonRequest,
  type ProposeMilestonesRequest,
} from '@xibu/domain/programme/api';
import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
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

export const seasonPattern = /^\d{4}-\d{4}$/;
/** An instant with its offset: a window without one would begin at another hour for each reader. */
const instant = /(Z|[+-]\d{2}:\d{2})$/;

export class OpenSeasonDto implements OpenSeasonRequest {
  @Matches(seasonPattern)
  readonly season: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly name?: string;

  @IsInt()
  @Min(110000)
  @Max(999999)
  readonly region: number;
}

export class MilestoneWindowDto implements MilestoneWindow {
  @IsIn(milestones)
  readonly milestone: Milestone;

  @IsISO8601({ strict: true })
  @Matches(instant)
  readonly opensAt: string;

  @IsISO8601({ strict: true })
  @Matches(instant)
  readonly closesAt: string;
}

export class ProposeMilestonesDto implements ProposeMilestonesRequest {
  /** 文号: no window without a document. */
  @IsString()
  @MinLength(4)
  @MaxLength(60)
  readonly noticeNumber: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(milestones.length)
  @ValidateNested({ each: true })
  @Type(() => MilestoneWindowDto)
  readonly windows: MilestoneWindowDto[];

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reason?: string;
}

export class ChangesQuery extends ListQuery {
  @IsOptional()
  @IsIn(changeStatuses)
  readonly status?: ChangeStatus;

  @IsOptional()
  @IsIn(milestones)
  readonly milestone?: Milestone;
}
