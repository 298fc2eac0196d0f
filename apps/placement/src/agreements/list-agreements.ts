import { Injectable } from '@nestjs/common';
import { type Actor, leagueCityOf, Refusal } from '@xibu/domain';
import type { AgreementRow, AgreementView, UnsignedRow } from '@xibu/domain/placement/api';
import { type Condition, Database, type Page, readPage, type Tx, whereOf } from '@xibu/platform';
import { divisionName } from '@xibu/reference';
import { isInScope, scopeOf } from '../volunteers/volunteer-scope.js';
import type { Agreement } from './agreement.js';
import { AgreementTable } from './agreement.table.js';
import { viewOfAgreement } from './agreement-view.js';
import type { AgreementsQuery } from './agreements.dto.js';

/** The agreements of a scope, and who has not signed. */
@Injectable()
export class ListAgreements {
  constructor(private readonly database: Database) {}

  run(query: AgreementsQuery, actor: Actor): Promise<Page<AgreementRow>> {
    return this.database.transaction((tx) =>
      readPage<AgreementRow>(tx, query, {
        select: `id, agreement_number "agreementNumber", number,
                 (select v.name from volunteer v where v.id = agreement.volunteer_id) "name", season, county, unit, kind,
                 status, from_day "from", to_day "to", jsonb_exists(signatures, 'volunteer') "signedByVolunteer",
                 jsonb_exists(signatures, 'unit') "signedByUnit", jsonb_exists(signatures, 'county') "signedByCounty", signed_on "signedOn"`,
        from: 'agreement',
        where: conditionsOf(query, actor),
        sorts: ['agreementNumber', 'number', 'county', 'signedOn'],
        defaultSort: 'agreementNumber',
        facets: ['status', 'kind', 'county'],
      }),
    );
  }

  async one(id: string, actor: Actor): Promise<AgreementView> {
    return this.database.transaction(async (tx) => {
      const { agreement, name } = await findAgreement(tx, id, actor);
      return viewOfAgreement(agreement, name);
    });
  }

  /** 未签协议, by county: whose signature is missing. */
  async unsigned(season: string, actor: Actor): Promise<UnsignedRow[]> {
    const { text, values } = whereOf([...scopeOf(actor), ['season = ?', season], [`status = 'open'`]]);
    const rows: Omit<UnsignedRow, 'countyName' | 'leagueCity'>[] = await this.database.transaction((tx) =>
      tx.query(
        `select county, count(*)::int people,
                count(*) filter (where not jsonb_exists(signatures, 'volunteer'))::int "missingVolunteer",
                count(*) filter (where not jsonb_exists(signatures, 'unit'))::int "missingUnit",
                count(*) filter (where not jsonb_exists(signatures, 'county'))::int "missingCounty"
           from agreement where ${text} group by county order by county`,
        values,
      ),
    );
    return rows.map((row) => {
      const countyName = divisionName(String(row.county)) ?? String(row.county);
      return { ...row, countyName, leagueCity: leagueCityOf(row.county) };
    });
  }
}

function conditionsOf({ season, status, kind, county }: AgreementsQuery, actor: Actor): Condition[] {
  return [
    ...scopeOf(actor, { university: false }),
    ...(season ? [['season = ?', season] as const] : []),
    ...(status ? [['status = ?', status] as const] : []),
    ...(kind ? [['kind = ?', kind] as const] : []),
    ...(county ? [['county = ?', county] as const] : []),
  ];
}

export async function findAgreement(
  tx: Tx,
  id: string,
  actor: Actor,
): Promise<{ readonly agreement: Agreement; readonly name: string }> {
  const agreement = await tx.findOne(AgreementTable, { where: { id } });
  if (!agreement || !isInScope(agreement, actor)) throw new Refusal('record.unknown');
  const [row]: { name: string }[] = await tx.query('select name from volunteer where id = $1', [agreement.volunteerId]);
  return { agreement, name: row?.name ?? '' };
}
