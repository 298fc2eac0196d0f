import { Injectable } from '@nestjs/common';
import { type Actor, covers, type LegalDate, Refusal } from '@xibu/domain';
import type { AdjustmentRow, AdjustmentView, TermsInForce } from '@xibu/domain/finance/api';
import { Database, type Page, readPage } from '@xibu/platform';
import { found, scopeOf } from '../offices/office-scope.js';
import { AdjustmentTable } from './adjustment.table.js';
import type { AdjustmentsQuery } from './adjustments.dto.js';
import { viewOf } from './find-adjustment.js';
import { readTables } from './read-tables.js';

@Injectable()
export class ListAdjustments {
  constructor(private readonly database: Database) {}

  run(query: AdjustmentsQuery, actor: Actor): Promise<Page<AdjustmentRow>> {
    const { state } = query;
    return this.database.transaction((tx) =>
      readPage<AdjustmentRow>(tx, query, {
        select: `a.id, a.division, a.title, a.document_number "documentNumber", a.from_day "from", a.status, a.version,
                 (select sum(jsonb_array_length(value)) from jsonb_each(a.rows)) "rowCount",
                 a.prepared ->> 'name' "preparedBy", a.prepared ->> 'at' "preparedAt"`,
        from: 'adjustment a',
        where: [...scopeOf(actor, 'a', {}), ...(state ? [['a.status = any(?)', state.split(',')] as const] : [])],
        sorts: ['preparedAt', 'from', 'division', 'title'],
        defaultSort: 'preparedAt',
        facets: ['status'],
      }),
    );
  }

  get(id: string, actor: Actor): Promise<AdjustmentView> {
    return this.database.transaction(async (tx) =>
      viewOf(found(await tx.findOne(AdjustmentTable, { where: { id } }), actor)),
    );
  }

  /** What decides a day in a county; the standards are no secret between offices. */
  inForce(county: number, on: LegalDate): Promise<TermsInForce> {
    return this.database.transaction(async (tx) => {
      if (county % 100 === 0) throw new Refusal('record.unknown');
      const { rates, funding, insurance } = await readTables(tx, [county]);
      const today = <Row extends { from: LegalDate; to: LegalDate | null; place: string }>(rows: readonly Row[]) =>
        rows.filter((row) => covers(row, on)).map((row) => ({ ...row, place: Number(row.place) }));
      return {
        ...{ county, on, insurance: today(insurance) },
        rates: today(rates) as TermsInForce['rates'],
        funding: today(funding) as TermsInForce['funding'],
      };
    });
  }
}
