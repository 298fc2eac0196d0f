import type { DecideObjectionRequest, FileObjectionRequest } from '@xibu/domain/recruitment/api';
import { ListQuery } from '@xibu/platform';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';

export class FileObjectionDto implements FileObjectionRequest {
  /** Number of the line in the public list. */
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly line: number;

  /** Telephone or e-mail, so that the university can ask back. */
  @IsString()
  @MinLength(5)
  @MaxLength(100)
  readonly contact: string;

  @IsString()
  @MinLength(10)
  @MaxLength(2000)
  readonly reason: string;
}

export class ReasonDto implements DecideObjectionRequest {
  @IsString()
  @MaxLength(500)
  readonly reason: string;
}

export class ObjectionsQuery extends ListQuery {
  @IsOptional()
  @IsIn(['open', 'upheld', 'dismissed'])
  readonly status?: 'open' | 'upheld' | 'dismissed';

  @IsOptional()
  @IsUUID()
  readonly notice?: string;
}
