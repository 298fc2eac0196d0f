import { type Special, specials } from '@xibu/domain';
import {
  type ConfirmOnPostRequest,
  type OnPostRow,
  type VolunteersCountedBy,
  volunteersCountedBy,
} from '@xibu/domain/placement/api';
import { ExportableQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsLegalDate } from './is-legal-date.js';

export class VolunteersQuery extends ExportableQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{4}$/)
  readonly season?: string;

  /** One or several statuses, separated by commas. */
  @IsOptional()
  @Matches(/^[a-z-]+(,[a-z-]+)*$/)
  readonly status?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly unit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  readonly university?: string;

  @IsOptional()
  @IsIn(specials)
  readonly special?: Special;

  /** Part of a name or number. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly q?: string;
}

export class CountsQuery extends VolunteersQuery {
  @IsIn(volunteersCountedBy)
  readonly by: VolunteersCountedBy;
}

class OnPostRowDto implements OnPostRow {
  @Matches(/^[\w-]{1,40}$/)
  readonly number: string;

  @IsOptional()
  @IsLegalDate()
  readonly on?: string;
}

export class ConfirmOnPostDto implements ConfirmOnPostRequest {
  @Matches(/^\d{4}-\d{4}$/)
  readonly season: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique(({ number }: OnPostRowDto) => number)
  @ValidateNested({ each: true })
  @Type(() => OnPostRowDto)
  readonly rows: OnPostRowDto[];
}

export class WaiveCoverDto {
  @IsString()
  @MaxLength(500)
  readonly reason: string;
}
