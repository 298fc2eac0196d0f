import type { AdmitRequest } from '@xibu/domain/recruitment/api';
import { ExportableQuery } from '@xibu/platform';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';

export class AdmitDto implements AdmitRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly ids: string[];
}

export class AdmissionsQuery extends ExportableQuery {
  @IsOptional()
  @Matches(/^\d{4}-\d{4}$/)
  readonly season?: string;

  /** `none`: not answered yet. */
  @IsOptional()
  @IsIn(['accepted', 'declined', 'none'])
  readonly answer?: 'accepted' | 'declined' | 'none';

  @IsOptional()
  @IsIn(['admitted', 'lost'])
  readonly status?: 'admitted' | 'lost';

  @IsOptional()
  @IsIn(['open', 'teaching-group'])
  readonly track?: 'open' | 'teaching-group';
}
