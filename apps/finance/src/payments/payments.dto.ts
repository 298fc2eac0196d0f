import { IsOptional, IsUUID, Matches } from 'class-validator';
import { MonthQuery } from '../offices/month.dto.js';

export class PaymentsQuery extends MonthQuery {
  @IsOptional()
  @IsUUID()
  readonly run?: string;
}

export class ReferenceParam {
  @Matches(/^P\d{19}$/)
  readonly reference: string;
}
