import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { IssueNoticeRequest, NoticeView } from '@xibu/domain/programme/api';
import { Clock, Database, newId, record, sqlState, type Tx } from '@xibu/platform';
import { officeOf } from '../offices/find-office.js';
import { isBelow, type Office } from '../offices/office.js';
import { OfficeTable } from '../offices/office.table.js';
import type { Notice, Recipient } from './notice.js';
import { issue, recipientsMax } from './notice.rules.js';
import { NoticeTable } from './notice.table.js';
import { viewOf } from './notice-view.js';

@Injectable()
export class IssueNotice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(request: IssueNoticeRequest, actor: Actor): Promise<NoticeView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const issuer = await officeOf(tx, actor);
      const recipients = await recipientsOf(tx, request, issuer);
      const [notice, fact] = issue(request, issuer, recipients, actor, { id: newId(now), now });
      await insert(tx, notice);
      await insertReceipts(tx, notice, recipients, now);
      await record(tx, now, fact);
      return viewOf(notice, null);
    });
  }
}

/** Open offices of the tiers chosen, below the issuer; in the order of their codes. */
async function recipientsOf(tx: Tx, { tiers }: IssueNoticeRequest, issuer: Office): Promise<Recipient[]> {
  const offices = await tx
    .createQueryBuilder(OfficeTable, 'o')
    .where(`o.status = 'open' and o.tier = any(:tiers)`)
    .andWhere('(:university::text is null or o.university = :university)')
    .setParameters({ tiers, university: issuer.university })
    .orderBy({ 'o.scopeDivision': 'ASC', 'o.university': 'ASC', 'o.faculty': 'ASC', 'o.unit': 'ASC', 'o.id': 'ASC' })
    .getMany();
  return offices.filter((office) => isBelow(office, issuer)).slice(0, recipientsMax + 1);
}

async function insert(tx: Tx, notice: Notice): Promise<void> {
  try {
    await tx.insert(NoticeTable, notice);
  } catch (error) {
    if (sqlState(error) === '23505') {
      throw new Refusal('notice.number-taken', { pointer: '/number', number: notice.number });
    }
    throw error;
  }
}

async function insertReceipts(tx: Tx, { id }: Notice, recipients: readonly Recipient[], now: Date): Promise<void> {
  await tx.query(
    `insert into notice_receipt (id, notice_id, office_id, division, university, faculty, unit)
     select r.id, $1, r.office_id, r.division, r.university, r.faculty, r.unit
     from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[])
          as r (id, office_id, division, university, faculty, unit)`,
    [
      id,
      recipients.map(() => newId(now)),
      ...(['id', 'scopeDivision', 'university', 'faculty', 'unit'] as const).map((column) =>
        recipients.map((recipient) => recipient[column]),
      ),
    ],
  );
}
