import { type OfficeTier, officeTiers } from '@xibu/domain';
import type {
  OfficeContactRequest,
  OpenOfficeRequest,
  OpenOfficesRequest,
  ReasonRequest,
  RenameOfficeRequest,
} from '@xibu/domain/programme/api';
import { ListQuery } from '@xibu/platform';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
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

const phone = /^[\d\s()+-]{5,30}$/;

export class OpenOfficeDto implements OpenOfficeRequest {
  @IsIn(officeTiers)
  readonly tier: OfficeTier;

  @IsOptional()
  @IsInt()
  @Min(110000)
  @Max(999999)
  readonly division?: number;

  @IsOptional()
  @Matches(/^[\w-]{5,12}$/)
  readonly university?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly faculty?: string;

  @IsOptional()
  @Matches(/^[\w-]{3,20}$/)
  readonly unit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly name?: string;

  @IsOptional()
  @Matches(phone)
  readonly dutyPhone?: string;
}

export class OpenOfficesDto implements OpenOfficesRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => OpenOfficeDto)
  readonly offices: OpenOfficeDto[];
}

export class ReasonDto implements ReasonRequest {
  @IsString()
  @MaxLength(500)
  readonly reason: string;
}

export class RenameOfficeDto implements RenameOfficeRequest {
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  readonly name: string;
}

export class OfficeContactDto implements OfficeContactRequest {
  @Matches(phone)
  readonly dutyPhone: string;
}

class OfficeFilters extends ListQuery {
  @IsOptional()
  @IsIn(officeTiers)
  readonly tier?: OfficeTier;

  /** Part of a name, or the beginning of a code. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly q?: string;
}

export class OfficesQuery extends OfficeFilters {
  @IsOptional()
  @IsIn(['open', 'closed'])
  readonly status?: 'open' | 'closed';

  @IsOptional()
  @IsUUID()
  readonly parentId?: string;

  /** Only counties and universities without anybody who answers for them. */
  @IsOptional()
  @Transform(({ value }) => value === 'true' || value === true)
  @IsBoolean()
  readonly vacant?: boolean;
}

export class DirectoryQuery extends OfficeFilters {
  /** Division whose offices are wanted, for instance 152200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(999999)
  readonly within?: number;
}

export class SearchQuery {
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly q?: string;

  @IsOptional()
  @IsIn(officeTiers)
  readonly tier?: OfficeTier;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(999999)
  readonly within?: number;

  @IsOptional()
  @IsUUID()
  readonly parentId?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  readonly limit: number = 20;
}
