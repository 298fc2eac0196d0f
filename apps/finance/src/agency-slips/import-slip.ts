import { Injectable } from '@nestjs/common';
import { type Actor, maskIdentityNumber } from '@xibu/domain';
import type { ImportSlipRequest, SlipView } from '@xibu/domain/finance/api';
import { Clock, Database, newId, Sealing, type Tx } from '@xibu/platform';
import type { InsuredAmount } from '../bank-files/agency-slip.js';
import { compareSlip } from '../bank-files/agency-slip.rules.js';
import { refuseForeignPlace } from '../offices/office-scope.js';
import { sign } from '../offices/signature.js';
import { readSlip } from './list-slips.js';

/** A stranger on the slip is known by the number alone; what stands before it cannot be an account. */
const stranger = '?';

/** Takes in the slip of the agency and compares it with what was withheld and what is owed, person by person. */
@Injectable()
export class ImportSlip {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run({ county, month, rows }: ImportSlipRequest, actor: Actor): Promise<SlipView> {
    const now = this.clock.now();
    refuseForeignPlace(county, actor, '/county');
    const masked = new Map<string, string>();
    const indexes = rows.map(({ identityNumber }) => this.sealing.blindIndex(identityNumber.trim().toUpperCase()));
    // Whoever has moved on since is still known to the county that insured them.
    return this.database.beyondScope(async (tx) => {
      const accounts = await accountsOf(tx, indexes);
      const theirs = rows.map(({ identityNumber, scheme, personalFen, employerFen }, at): InsuredAmount => {
        const person = accounts.get(indexes[at] ?? '') ?? `${stranger}${indexes[at]}`;
        masked.set(person, maskIdentityNumber(identityNumber.trim()));
        return { person, scheme, personalFen, employerFen };
      });
      const compared = compareSlip(await ownAmounts(tx, county, month), theirs);
      const id = newId(now);
      await tx.query('update agency_slip set is_current = false where division = $1 and month = $2 and is_current', [
        county,
        month,
      ]);
      await tx.query(
        'insert into agency_slip (id, division, month, is_current, imported, rows) values ($1, $2, $3, true, $4, $5)',
        [id, county, month, JSON.stringify(sign(actor, now)), rows.length],
      );
      await tx.query(
        `insert into agency_slip_row (slip_id, division, ordinal, account_id, identity_masked, scheme, result,
                                      our_personal_fen, our_employer_fen, agency_personal_fen, agency_employer_fen)
         select $1, $2, r.ordinal, r.account_id, r.masked, r.scheme, r.result, r.op, r.oe, r.ap, r.ae
         from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[])
                with ordinality as r (account_id, masked, scheme, result, op, oe, ap, ae, ordinal)`,
        [
          ...[id, county, compared.map(({ person }) => (person.startsWith(stranger) ? null : person))],
          ...[compared.map(({ person }) => masked.get(person) ?? null), compared.map(({ scheme }) => scheme)],
          ...[compared.map(({ result }) => result), compared.map((row) => row.ourPersonalFen)],
          ...[compared.map((row) => row.ourEmployerFen), compared.map((row) => row.agencyPersonalFen)],
          compared.map((row) => row.agencyEmployerFen),
        ],
      );
      return readSlip(tx, id);
    });
  }
}

async function accountsOf(tx: Tx, indexes: readonly string[]): Promise<Map<string, string>> {
  const rows: { index: string; accountId: string }[] = await tx.query(
    `select identity_index "index", account_id "accountId" from person where identity_index = any($1)`,
    [indexes],
  );
  return new Map(rows.map(({ index, accountId }) => [index, accountId]));
}

/** What released runs of the county posted for the month. */
function ownAmounts(tx: Tx, county: number, month: string): Promise<InsuredAmount[]> {
  return tx.query(
    `select l.account_id "person", split_part(l.component, ':', 2) "scheme",
            coalesce(sum(l.fen) filter (where l.component like 'si-personal:%'), 0)::float8 "personalFen",
            coalesce(sum(l.fen) filter (where l.component like 'si-employer:%'), 0)::float8 "employerFen"
     from run_line l join subsidy_run r on r.id = l.run_id
     where l.division = $1 and l.month = $2 and l.component like 'si-%' and r.release_seq is not null group by 1, 2`,
    [county, month],
  );
}
