import {
  type ConcludeIncidentRequest,
  type IncidentKind,
  type IncidentLevel,
  incidentKinds,
  incidentLevels,
  incidentStatuses,
  type ReportIncidentRequest,
} from '@xibu/domain/assessment/api';
import { ListQuery } from '@xibu/platform';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

export class ReportIncidentDto implements ReportIncidentRequest {
  @IsString()
  @MaxLength(100)
  readonly unit: string;

  @IsIn(incidentKinds)
  readonly kind: IncidentKind;

  @IsIn(incidentLevels)
  readonly level: IncidentLevel;

  @IsISO8601({ strict: true })
  readonly happenedAt: string;

  @IsString()
  @MaxLength(200)
  readonly place: string;

  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly people: number;

  @IsString()
  @MinLength(5)
  @MaxLength(4000)
  readonly account: string;
}

export class IncidentStepDto {
  @IsString()
  @MinLength(2)
  @MaxLength(4000)
  readonly text: string;
}

export class ConcludeIncidentDto implements ConcludeIncidentRequest {
  @IsBoolean()
  readonly managementFault: boolean;

  @IsString()
  @MaxLength(4000)
  readonly finding: string;
}

export class IncidentsQuery extends ListQuery {
  @IsOptional()
  @IsIn(incidentStatuses)
  readonly status?: string;
}
