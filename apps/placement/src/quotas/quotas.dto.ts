import { type ProjectKind, projectKinds, type Special, specials } from '@xibu/domain';
import type { PrepareQuotaPlanRequest, ProposeTransferRequest, QuotaLine } from '@xibu/domain/placement/api';
import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Length,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCounty, IsSeason } from '../counties/counties.dto.js';

class QuotaLineDto implements QuotaLine {
  @IsCounty() readonly division: number;

  @ValidateIf((line: QuotaLineDto) => line.projectKind !== null)
  @IsIn(projectKinds)
  readonly projectKind: ProjectKind | null;

  @ValidateIf((line: QuotaLineDto) => line.special !== null)
  @IsIn(specials)
  readonly special: Special | null;

  @IsInt()
  @Min(0)
  @Max(100_000)
  readonly max: number;
}

export class QuotaLinesDto {
  @IsArray()
  @ArrayMaxSize(3000)
  @ValidateNested({ each: true })
  @Type(() => QuotaLineDto)
  readonly lines: QuotaLineDto[];
}

export class PrepareQuotaPlanDto extends QuotaLinesDto implements PrepareQuotaPlanRequest {
  @IsSeason() readonly season: string;
}

export class SeasonQuery {
  @IsSeason() readonly season: string;
}

export class QuotaTransfersQuery extends ListQuery {
  @IsSeason() readonly season: string;
}

export class ProposeTransferDto implements ProposeTransferRequest {
  @IsSeason() readonly season: string;

  @IsIn(projectKinds)
  readonly projectKind: ProjectKind;

  @IsCounty() readonly from: number;

  @ValidateIf((transfer: ProposeTransferDto) => transfer.to !== null)
  @IsCounty()
  readonly to: number | null;

  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly count: number;

  @IsString()
  @Length(2, 500)
  readonly reason: string;
}
