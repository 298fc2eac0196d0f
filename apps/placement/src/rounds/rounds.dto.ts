import {
  type DrawSeedRequest,
  type OpenRoundRequest,
  type PreviewRoundRequest,
  type RoundKind,
  roundKinds,
} from '@xibu/domain/placement/api';
import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCounty, IsSeason } from '../counties/counties.dto.js';

/** Printable ASCII: what people read out, type in and digest alike. */
const seedPattern = /^[\x20-\x7e]{4,200}$/;
const idPattern = /^[A-Za-z0-9_-]{1,40}$/;

export class OpenRoundDto implements OpenRoundRequest {
  @IsSeason() readonly season: string;

  @IsIn(roundKinds)
  readonly kind: RoundKind;
}

export class DrawSeedDto implements DrawSeedRequest {
  @IsOptional()
  @Matches(seedPattern)
  readonly seed?: string;
}

class SeatsChange {
  @Matches(idPattern)
  readonly post: string;

  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly seats: number;
}

class QuotaChange {
  @Matches(idPattern)
  readonly node: string;

  @ValidateIf((change: QuotaChange) => change.max !== null)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  readonly max: number | null;
}

export class PreviewRoundDto implements PreviewRoundRequest {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => SeatsChange)
  readonly seats?: SeatsChange[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => QuotaChange)
  readonly quotas?: QuotaChange[];

  @IsOptional()
  @Matches(seedPattern)
  readonly seed?: string;
}

export class RoundsQuery {
  @IsSeason() readonly season: string;
}

export class ExplanationQuery {
  /** For the region: whose. A person reads their own. */
  @IsOptional()
  @Matches(idPattern)
  readonly code?: string;
}

export class PlacementsQuery extends ListQuery {
  @IsOptional()
  @IsIn(['placed', 'unplaced'])
  readonly outcome?: 'placed' | 'unplaced';

  @IsOptional()
  @IsCounty()
  readonly county?: number;

  /** Part of a code of a person or a post. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  readonly q?: string;
}
