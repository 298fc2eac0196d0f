import type { ReasonRequest } from '@xibu/domain/finance/api';
import { IsString, MaxLength } from 'class-validator';

/** A step that needs words; whether they say anything is asked by the rule. */
export class ReasonDto implements ReasonRequest {
  @IsString()
  @MaxLength(500)
  readonly reason: string;
}
