import { type Grade, grades } from '@xibu/domain';
import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';

export class AppraisalRowDto {
  @IsString()
  @MaxLength(60)
  readonly volunteerId: string;

  @IsIn(grades)
  readonly grade: Grade;

  @IsString()
  @MinLength(2)
  @MaxLength(4000)
  readonly text: string;
}

export class WriteAppraisalsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => AppraisalRowDto)
  readonly rows: AppraisalRowDto[];
}

export class IssueCertificatesDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  readonly volunteerIds: string[];
}

export class RevokeDto {
  @IsString()
  @MinLength(5)
  @MaxLength(500)
  readonly reason: string;
}

export class CertificatesQuery extends ListQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{4}$/)
  readonly season?: string;
}
