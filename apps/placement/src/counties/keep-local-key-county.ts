import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { LocalKeyCountyRequest } from '@xibu/domain/placement/api';
import { Clock, Database, type ListQuery, type Page, readPage } from '@xibu/platform';
import { division, divisionName } from '@xibu/reference';
import { isWithin, withinScope } from './find-county.js';

export interface LocalKeyCounty extends LocalKeyCountyRequest {
  readonly id: string;
  readonly name: string;
}

/** 当地乡村振兴重点帮扶县: the region's own list, each entry with the document that says so. */
@Injectable()
export class KeepLocalKeyCounty {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ county, documentNumber }: LocalKeyCountyRequest, actor: Actor): Promise<LocalKeyCounty> {
    const code = String(county);
    if (division(code)?.level !== 'county' || !isWithin(county, actor)) {
      throw new Refusal('county.unknown-division', { county, pointer: '/county' });
    }
    const name = divisionName(code) ?? code;
    await this.database.transaction((tx) =>
      tx.query(
        `insert into local_key_county (code, name, document_number, updated_at) values ($1, $2, $3, $4)
         on conflict (code) do update set document_number = excluded.document_number, updated_at = excluded.updated_at`,
        [county, name, documentNumber, this.clock.now()],
      ),
    );
    return { id: code, county, name, documentNumber };
  }

  list(query: ListQuery, actor: Actor): Promise<Page<LocalKeyCounty>> {
    return this.database.transaction((tx) =>
      readPage<LocalKeyCounty>(tx, query, {
        select: 'code::text "id", code "county", name, document_number "documentNumber"',
        from: 'local_key_county',
        where: withinScope('code', actor),
        sorts: ['county', 'name'],
        defaultSort: 'county',
      }),
    );
  }
}
