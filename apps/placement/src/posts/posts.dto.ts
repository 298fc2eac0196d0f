import { type PostLevel, type ProjectKind, postLevels, projectKinds, type Special, specials } from '@xibu/domain';
import {
  type DraftPostRequest,
  type DraftPostsRequest,
  type GrantExemptionRequest,
  type ImportPostsRequest,
  type MovePostsRequest,
  type OpenPostsRequest,
  type PlaceTag,
  type PostFields,
  placeTags,
  type ReturnPostsRequest,
  type StructureRule,
  structureRules,
} from '@xibu/domain/placement/api';
import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBase64,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCounty, IsSeason } from '../counties/counties.dto.js';

export class PostFieldsDto implements PostFields {
  /** Code of the unit's office. */
  @Matches(/^[A-Za-z0-9_-]{1,40}$/)
  readonly unit: string;

  @IsString()
  @Length(2, 80)
  readonly unitName: string;

  @IsString()
  @Length(2, 80)
  readonly title: string;

  @IsIn(specials)
  readonly special: Special;

  @IsIn(postLevels)
  readonly level: PostLevel;

  @IsInt()
  @Min(1)
  @Max(200)
  readonly seats: number;

  @IsIn(projectKinds)
  readonly projectKind: ProjectKind;

  @IsString()
  @Length(2, 1000)
  readonly duties: string;

  @IsBoolean()
  readonly providesBoardAndLodging: boolean;

  @IsInt()
  @Min(0)
  @Max(10_000_000)
  readonly cashMonthlyFen: number;

  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^\d{2,6}[TK]{0,2}$/, { each: true })
  readonly majors: string[];

  @IsArray()
  @ArrayUnique()
  @IsIn(placeTags, { each: true })
  readonly placeTags: PlaceTag[];

  @IsBoolean()
  readonly acceptsReassigned: boolean;
}

export class DraftPostDto extends PostFieldsDto implements DraftPostRequest {
  @IsSeason() readonly season: string;
}

export class DraftPostsDto implements DraftPostsRequest {
  @IsSeason() readonly season: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PostFieldsDto)
  readonly rows: PostFieldsDto[];
}

export class ImportPostsDto implements ImportPostsRequest {
  @IsSeason() readonly season: string;

  @IsBase64()
  @MaxLength(1_800_000)
  readonly file: string;
}

export class MovePostsDto implements MovePostsRequest {
  @IsSeason() readonly season: string;

  @IsOptional()
  @IsCounty()
  readonly county?: number;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  readonly ids?: string[];
}

export class OpenPostsDto implements OpenPostsRequest {
  @IsSeason() readonly season: string;

  @IsOptional()
  @IsCounty()
  readonly county?: number;
}

export class ReturnPostsDto implements ReturnPostsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  readonly ids: string[];

  @IsString()
  @Length(2, 500)
  readonly reason: string;
}

export class GrantExemptionDto implements GrantExemptionRequest {
  @IsSeason() readonly season: string;
  @IsCounty() readonly county: number;

  @IsIn(structureRules)
  readonly rule: StructureRule;

  @IsString()
  @Length(2, 500)
  readonly reason: string;

  @IsString()
  @Length(2, 100)
  readonly documentNumber: string;
}

/** Filters that the register and the open catalogue share. */
export class PostFilters extends ListQuery {
  @IsSeason() readonly season: string;

  @IsOptional()
  @IsCounty()
  readonly county?: number;

  @IsOptional()
  @IsIn(specials)
  readonly special?: Special;

  @IsOptional()
  @IsIn(postLevels)
  readonly level?: PostLevel;

  @IsOptional()
  @IsIn(projectKinds)
  readonly projectKind?: ProjectKind;

  /** Part of a title, a unit's name or a code. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  readonly q?: string;
}

export class PostsQuery extends PostFilters {
  /** One or several statuses, separated by commas. */
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly status?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly unit?: string;
}

export class ExportPostsQuery extends PostsQuery {
  @IsIn(['xlsx', 'csv'])
  readonly format: 'xlsx' | 'csv' = 'xlsx';
}

export class StructureQuery {
  @IsSeason() readonly season: string;

  @IsOptional()
  @IsCounty()
  readonly county?: number;
}

export class CatalogueQuery extends PostFilters {
  /** A league-city, for all its counties. */
  @IsOptional()
  @IsCounty()
  readonly leagueCity?: number;

  @IsOptional()
  @IsIn(placeTags)
  readonly placeTag?: PlaceTag;

  /** Only posts that want this major, or any. */
  @IsOptional()
  @Matches(/^\d{2,6}$/)
  readonly major?: string;

  @IsOptional()
  @IsIn(['true', 'false'])
  readonly hasSeatsLeft?: 'true' | 'false';
}

export class OpenCountiesQuery extends ListQuery {
  @IsSeason() readonly season: string;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  readonly q?: string;
}
