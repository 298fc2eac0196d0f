import { type OfficeTier, officeTiers } from '@xibu/domain';
import type { IssueNoticeRequest, ReceiveNoticeRequest } from '@xibu/domain/programme/api';
import { ListQuery } from '@xibu/platform';
import { Transform } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';

export class IssueNoticeDto implements IssueNoticeRequest {
  @IsString()
  @MinLength(4)
  @MaxLength(60)
  readonly number: string;

  @IsString()
  @MinLength(2)
  @MaxLength(200)
  readonly title: string;

  @IsString()
  @MinLength(1)
  @MaxLength(100_000)
  readonly text: string;

  @IsArray()
  @ArrayUnique()
  @IsIn(officeTiers, { each: true })
  readonly tiers: OfficeTier[];

  @IsBoolean()
  readonly isPublic: boolean;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly receiptDueOn?: string;
}

export class ReceiveNoticeDto implements ReceiveNoticeRequest {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  readonly feedback?: string;
}

export class PublicNoticesQuery extends ListQuery {
  /** Part of a title or document number. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly q?: string;
}

const YesOrNo = (): PropertyDecorator => (target, name) => {
  Transform(({ value }) => value === 'true' || value === true)(target, String(name));
  for (const rule of [IsOptional(), IsBoolean()]) rule(target, name);
};

export class NoticesQuery extends PublicNoticesQuery {
  @IsOptional()
  @IsIn(['received', 'issued'])
  readonly box: 'received' | 'issued' = 'received';

  @YesOrNo() readonly unread?: boolean;
}

export class ReceiptsQuery extends ListQuery {
  @YesOrNo() readonly unread?: boolean;
}
