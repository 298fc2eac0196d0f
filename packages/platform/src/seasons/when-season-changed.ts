import { Controller } from '@nestjs/common';
import type { ReceivedOf } from '@xibu/domain';
import {
  MilestoneSet,
  OfficeClosed,
  OfficeOpened,
  OfficeRenamed,
  RulebookPublished,
  SeasonOpened,
} from '@xibu/domain/programme/events';
import { On, type Tx } from '@xibu/messaging';

/** Keeps this service's copies of what the programme service decides: windows, rules and offices. */
@Controller()
export class WhenSeasonChanged {
  @On(SeasonOpened)
  async openSeason({ data }: ReceivedOf<typeof SeasonOpened>, tx: Tx): Promise<void> {
    await tx.query(
      `insert into season_copy (season, name, region) values ($1, $2, $3)
       on conflict (season) do update set name = excluded.name`,
      [data.season, data.name, data.region],
    );
  }

  @On(MilestoneSet)
  async setMilestone({ data }: ReceivedOf<typeof MilestoneSet>, tx: Tx): Promise<void> {
    await tx.query(
      `insert into season_milestone (season, milestone, opens_at, closes_at, notice_number) values ($1, $2, $3, $4, $5)
       on conflict (season, milestone) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at,
         notice_number = excluded.notice_number`,
      [data.season, data.milestone, data.opensAt, data.closesAt, data.noticeNumber],
    );
  }

  @On(RulebookPublished)
  async publishRulebook({ data }: ReceivedOf<typeof RulebookPublished>, tx: Tx): Promise<void> {
    await tx.query(
      `insert into season_rulebook (season, version, valid_from, book) values ($1, $2, $3, $4)
       on conflict (season, version) do nothing`,
      [data.season, data.version, data.validFrom, JSON.stringify(data)],
    );
  }

  @On(OfficeOpened)
  async openOffice({ data }: ReceivedOf<typeof OfficeOpened>, tx: Tx): Promise<void> {
    await tx.query(
      `insert into office_copy (office_id, tier, name, parent_id, division, university, faculty, unit)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (office_id) do update set name = excluded.name, parent_id = excluded.parent_id, closed = false`,
      [data.officeId, data.tier, data.name, data.parentId, data.division, data.university, data.faculty, data.unit],
    );
  }

  @On(OfficeRenamed)
  async renameOffice({ data }: ReceivedOf<typeof OfficeRenamed>, tx: Tx): Promise<void> {
    await tx.query('update office_copy set name = $2 where office_id = $1', [data.officeId, data.name]);
  }

  @On(OfficeClosed)
  async closeOffice({ data }: ReceivedOf<typeof OfficeClosed>, tx: Tx): Promise<void> {
    await tx.query('update office_copy set closed = true where office_id = $1', [data.officeId]);
  }
}
