import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional } from 'class-validator';

export class HoldsQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly county?: number;

  @IsOptional()
  @IsIn(['held', 'lifted'])
  readonly state?: 'held' | 'lifted';
}
