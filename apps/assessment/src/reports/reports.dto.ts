import { type ReportContent, reportStatuses } from '@xibu/domain/assessment/api';
import { ListQuery } from '@xibu/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const Count = (): PropertyDecorator => (target, name) => {
  for (const rule of [IsInt(), Min(0), Max(100_000)]) rule(target, name);
};

export class SubmitReportDto implements ReportContent {
  @Count() readonly onPost: number;
  @Count() readonly onLeave: number;
  @Count() readonly absent: number;
  @Count() readonly left: number;
  @Count() readonly ill: number;
  @Count() readonly accidents: number;

  @IsBoolean()
  readonly dormitoriesChecked: boolean;

  @IsString()
  @MaxLength(2000)
  readonly problems: string;

  @IsString()
  @MaxLength(500)
  readonly explanation: string;
}

export class CheckReportsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @Matches(/^\d{6}:\d{4}-\d{2}$/, { each: true })
  readonly ids: string[];

  @IsString()
  @MaxLength(500)
  readonly remark: string;
}

export class ReportsQuery extends ListQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{2}$/)
  readonly month?: string;

  @IsOptional()
  @IsIn(reportStatuses)
  readonly status?: string;

  @IsOptional()
  @IsIn(['true', 'false'])
  readonly late?: 'true' | 'false';
}
