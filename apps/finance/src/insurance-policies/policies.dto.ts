import type { PolicyCovers, PreparePolicyRequest } from '@xibu/domain/finance/api';
import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { dayForm } from '../offices/month.dto.js';

const seasonForm = /^\d{4}-\d{4}$/;
const fenMax = 1_000_000_000_00;

class CoversDto implements PolicyCovers {
  @IsInt()
  @Min(0)
  @Max(fenMax)
  readonly accidentFen: number;

  @IsInt()
  @Min(0)
  @Max(fenMax)
  readonly criticalIllnessFen: number;

  @IsInt()
  @Min(0)
  @Max(fenMax)
  readonly hospitalFen: number;

  @IsInt()
  @Min(0)
  @Max(fenMax)
  readonly accidentMedicalFen: number;
}

export class PreparePolicyDto implements PreparePolicyRequest {
  @Matches(seasonForm)
  readonly season: string;

  @IsInt()
  @Min(100000)
  @Max(999999)
  readonly place: number;

  @IsString()
  @MinLength(2)
  @MaxLength(100)
  readonly insurer: string;

  @IsString()
  @MinLength(3)
  @MaxLength(60)
  readonly number: string;

  @ValidateNested()
  @Type(() => CoversDto)
  readonly covers: CoversDto;

  @Matches(dayForm)
  readonly from: string;

  @Matches(dayForm)
  readonly to: string;

  @IsInt()
  @Min(0)
  @Max(fenMax)
  readonly premiumFen: number;
}

export class PoliciesQuery extends ListQuery {
  @IsOptional()
  @Matches(seasonForm)
  readonly season?: string;

  /** One or several statuses, separated by commas. */
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly state?: string;
}
