import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal } from '@xibu/domain';
import type { OpenPublicNoticeRequest, PublicNoticeView } from '@xibu/domain/recruitment/api';
import { Clock, Database, newId, record, rulebookOn, seasonOf, type Tx } from '@xibu/platform';
import { university as listed } from '@xibu/reference';
import { lockAllAt, moveApplications } from '../applications/applications-in-bulk.js';
import { requireOneOpen } from '../applications/windows.js';
import { countyName } from '../documents/county-name.js';
import { seatsHeld } from '../preselections/seats-held.js';
import { type Opened, openNotice } from './public-notice.rules.js';
import { PublicNoticeTable } from './public-notice.table.js';
import { viewOf } from './public-notice-view.js';

/** Puts everybody of the university who passed the health examination on a public list. */
@Injectable()
export class OpenPublicNotice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ season }: OpenPublicNoticeRequest, actor: Actor): Promise<PublicNoticeView> {
    const now = this.clock.now();
    const { university } = actor;
    if (!university) throw new Refusal('record.unknown');
    return this.database.transaction(async (tx) => {
      const { region: division } = await seasonOf(tx, season);
      await requireOneOpen(tx, season, ['health-exam', 'admission', 'backfill'], now);
      const passed = await lockAllAt(tx, { season, division, university, status: 'health-passed' });
      const seats = await seatsHeld(
        tx,
        passed.map(({ id }) => id),
      );
      const people = passed.map((application) => {
        const seat = seats.get(application.id);
        return { application, county: seat ? countyName(seat.county) : '', post: seat?.postTitle ?? '' };
      });
      const universityName = listed(university)?.name ?? university;
      const frame = { id: newId(now), season, division, university, universityName, openedBy: actor.account };
      const book = await rulebookOn(tx, season, dateOf(now));
      const opened = openNotice(frame, people, book, dateOf(now), now);
      await store(tx, opened);
      await record(tx, now, ...opened.facts);
      return viewOf(opened.notice);
    });
  }
}

async function store(tx: Tx, { notice, applications, entries, lines }: Opened): Promise<void> {
  await tx.insert(PublicNoticeTable, notice);
  await moveApplications(tx, applications);
  await tx.query(
    `insert into notice_entry (application_id, notice_id, line, account_id, division, university, faculty)
     select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::int[], $6::text[], $7::text[])`,
    [
      entries.map(({ applicationId }) => applicationId),
      entries.map(({ noticeId }) => noticeId),
      entries.map(({ line }) => line),
      entries.map(({ accountId }) => accountId),
      entries.map(({ division }) => division),
      entries.map(({ university }) => university),
      entries.map(({ faculty }) => faculty),
    ],
  );
  await tx.query(
    `insert into public_notice_line (notice_id, division, university, line, name, faculty, major, county, post)
     select $1, $2, $3, * from unnest($4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])`,
    [
      ...[notice.id, notice.division, notice.university],
      lines.map(({ line }) => line),
      lines.map(({ name }) => name),
      lines.map(({ faculty }) => faculty),
      lines.map(({ major }) => major),
      lines.map(({ county }) => county),
      lines.map(({ post }) => post),
    ],
  );
}
