import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { MilestoneChangeView, ProposeMilestonesRequest } from '@xibu/domain/programme/api';
import { Clock, Database, newId, record, rewrite, type Tx } from '@xibu/platform';
import { changeView } from './list-seasons.js';
import { windowsOf } from './read-seasons.js';
import { requireSeason } from './require-season.js';
import type { MilestoneChange, Season } from './season.js';
import { propose, reject, set } from './season.rules.js';
import { MilestoneChangeTable } from './season.table.js';

/** 时间节点 of a year are set and moved by a notice alone: one prepares, another sets (notice: 以补充通知为准). */
@Injectable()
export class ChangeMilestones {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  propose(season: string, request: ProposeMilestonesRequest, actor: Actor): Promise<MilestoneChangeView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const found = await requireSeason(tx, season);
      const change = propose(request, found, await windowsOf(tx, [season]), actor, { id: newId(now), now });
      await tx.insert(MilestoneChangeTable, change);
      return changeView(change);
    });
  }

  set(id: string, actor: Actor): Promise<MilestoneChangeView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { change, season } = await lockChange(tx, id);
      const [done, ...facts] = set(change, season, await windowsOf(tx, [season.season]), actor, now);
      await rewrite(tx, MilestoneChangeTable, done);
      await storeWindows(tx, done);
      await record(tx, now, ...facts);
      return changeView(done);
    });
  }

  reject(id: string, reason: string, actor: Actor): Promise<MilestoneChangeView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { change, season } = await lockChange(tx, id);
      const done = reject(change, season, reason, actor, now);
      await rewrite(tx, MilestoneChangeTable, done);
      return changeView(done);
    });
  }
}

async function lockChange(tx: Tx, id: string): Promise<{ change: MilestoneChange; season: Season }> {
  const change = await tx.findOne(MilestoneChangeTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!change) throw new Refusal('record.unknown');
  return { change, season: await requireSeason(tx, change.season) };
}

async function storeWindows(tx: Tx, { season, windows, noticeNumber }: MilestoneChange): Promise<void> {
  await tx.query(
    `insert into milestone (season, milestone, opens_at, closes_at, notice_number)
     select $1, milestone, opens_at, closes_at, $5
     from unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) as w (milestone, opens_at, closes_at)
     on conflict (season, milestone) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at,
       notice_number = excluded.notice_number`,
    [
      season,
      windows.map(({ milestone }) => milestone),
      windows.map(({ opensAt }) => opensAt),
      windows.map(({ closesAt }) => closesAt),
      noticeNumber,
    ],
  );
}
