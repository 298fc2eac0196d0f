import { type Special, specials } from '@xibu/domain';
import {
  type ApplicationCounts,
  type BulkReviewRequest,
  type ConfirmApplicationRequest,
  type CountedBy,
  countedBy,
  type ReviewApplicationRequest,
  type ReviewDecision,
  reviewDecisions,
  type StartApplicationRequest,
  type SubmitApplicationRequest,
} from '@xibu/domain/recruitment/api';
import { ExportableQuery } from '@xibu/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';

const season = /^\d{4}-\d{4}$/;

export class StartApplicationDto implements StartApplicationRequest {
  @Matches(season)
  readonly season: string;
}

export class SubmitApplicationDto implements SubmitApplicationRequest {
  @IsBoolean()
  readonly declared: boolean;
}

export class ReviewApplicationDto implements ReviewApplicationRequest {
  @IsIn(reviewDecisions)
  readonly decision: ReviewDecision;

  @IsString()
  @MaxLength(500)
  readonly opinion: string;

  @IsOptional()
  @IsBoolean()
  readonly talked?: boolean;
}

export class ConfirmApplicationDto implements ConfirmApplicationRequest {
  @IsArray()
  @ArrayMaxSize(20)
  @IsInt({ each: true })
  readonly counties: number[];

  @IsArray()
  @ArrayUnique()
  @IsIn(specials, { each: true })
  readonly specials: Special[];

  @IsBoolean()
  readonly acceptsReassignment: boolean;
}

export class ApplicationsQuery extends ExportableQuery {
  @IsOptional()
  @Matches(season)
  readonly season?: string;

  /** One or several statuses, separated by commas. */
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly status?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly university?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly faculty?: string;

  /** Part of a name or number. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly q?: string;
}

export class CountsQuery extends ApplicationsQuery implements Pick<ApplicationCounts, 'by'> {
  @IsIn(countedBy)
  readonly by: CountedBy;
}

export class BulkReviewDto extends ReviewApplicationDto implements BulkReviewRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly ids: string[];
}
