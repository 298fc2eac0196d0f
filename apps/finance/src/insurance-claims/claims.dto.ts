import {
  type ClaimDocumentsRequest,
  type ClaimKind,
  claimKinds,
  type DecideClaimRequest,
  type PayClaimRequest,
  type ReportClaimRequest,
} from '@xibu/domain/finance/api';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { dayForm } from '../offices/month.dto.js';

const fenMax = 1_000_000_000_00;

export class ReportClaimDto implements ReportClaimRequest {
  @IsString()
  @MaxLength(64)
  readonly accountId: string;

  @IsIn(claimKinds)
  readonly kind: ClaimKind;

  @Matches(dayForm)
  readonly happenedOn: string;

  @IsString()
  @MinLength(2)
  @MaxLength(2000)
  readonly words: string;

  @IsInt()
  @Min(0)
  @Max(fenMax)
  readonly claimedFen: number;
}

export class ClaimDocumentsDto implements ClaimDocumentsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  readonly documents: string[];
}

export class DecideClaimDto implements DecideClaimRequest {
  @IsIn(['accepted', 'refused'])
  readonly decision: 'accepted' | 'refused';

  @IsString()
  @MaxLength(500)
  readonly reason: string;
}

export class PayClaimDto implements PayClaimRequest {
  @IsInt()
  @Min(1)
  @Max(fenMax)
  readonly paidFen: number;

  @Matches(dayForm)
  readonly paidOn: string;
}
