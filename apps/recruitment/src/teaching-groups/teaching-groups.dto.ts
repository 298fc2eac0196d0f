import type { ImportTeachingGroupRequest, TeachingGroupRow } from '@xibu/domain/recruitment/api';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBase64,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

class TeachingGroupRowDto implements TeachingGroupRow {
  @Matches(/^[\w:-]{1,64}$/)
  readonly accountId: string;

  @IsString()
  @MinLength(2)
  @MaxLength(50)
  readonly name: string;

  @IsString()
  @MaxLength(40)
  readonly identityNumber: string;

  @Matches(/^1\d{10}$/)
  readonly mobile: string;

  @IsString()
  @MaxLength(20)
  readonly university: string;

  @IsString()
  @MaxLength(60)
  readonly faculty: string;

  @IsString()
  @MaxLength(10)
  readonly majorCode: string;

  @IsString()
  @MaxLength(60)
  readonly majorName: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  readonly graduatesOn: string;

  @IsString()
  @MaxLength(64)
  readonly postId: string;
}

export class ImportTeachingGroupDto implements ImportTeachingGroupRequest {
  @Matches(/^\d{4}-\d{4}$/)
  readonly season: string;

  /** 名单文号: the document by which the group was recruited. */
  @IsString()
  @MinLength(2)
  @MaxLength(60)
  readonly listNumber: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => TeachingGroupRowDto)
  readonly rows?: TeachingGroupRowDto[];

  @IsOptional()
  @IsBase64()
  readonly file?: string;
}
