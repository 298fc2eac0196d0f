import { Injectable } from '@nestjs/common';
import { Refusal, rfc3339 } from '@xibu/domain';
import type { MilestoneChangeView, SeasonView } from '@xibu/domain/programme/api';
import { Clock, Database, type ListQuery, type Page, readPage } from '@xibu/platform';
import { viewSeasons } from './read-seasons.js';
import type { MilestoneChange, Season } from './season.js';
import { SeasonTable } from './season.table.js';
import type { ChangesQuery } from './seasons.dto.js';

/** The calendar of the year, for everybody; and who moved what in it, for offices. */
@Injectable()
export class ListSeasons {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  list(query: ListQuery): Promise<Page<SeasonView>> {
    return this.database.transaction(async (tx) => {
      const page = await readPage<Season & { id: string }>(tx, query, {
        select: 'season as id, season, name, region',
        from: 'season',
        where: [],
        sorts: ['season'],
        defaultSort: '-season',
      });
      return { ...page, rows: await viewSeasons(tx, page.rows, this.clock.now()) };
    });
  }

  one(season: string): Promise<SeasonView> {
    return this.database.transaction(async (tx) => {
      const found = await tx.findOne(SeasonTable, { where: { season } });
      const [view] = await viewSeasons(tx, found ? [found] : [], this.clock.now());
      if (!view) throw new Refusal('record.unknown');
      return view;
    });
  }

  changes(season: string, query: ChangesQuery): Promise<Page<MilestoneChangeView>> {
    const { status, milestone } = query;
    return this.database.transaction((tx) =>
      readPage<MilestoneChangeView>(tx, query, {
        select: `id, season, notice_number "noticeNumber", windows, reason, status, proposed_by_name "proposedBy",
                 proposed_at "proposedAt", decided_by_name "decidedBy", decided_at "decidedAt",
                 decision_reason "decisionReason"`,
        from: 'milestone_change',
        where: [
          ['season = ?', season],
          ...(status ? [['status = ?', status] as const] : []),
          ...(milestone ? [['windows @> ?::jsonb', JSON.stringify([{ milestone }])] as const] : []),
        ],
        sorts: ['proposedAt', 'decidedAt'],
        defaultSort: '-proposedAt',
        facets: ['status'],
      }),
    );
  }
}

export function changeView(change: MilestoneChange): MilestoneChangeView {
  const { id, season, noticeNumber, windows, reason, status, decisionReason } = change;
  return {
    ...{ id, season, noticeNumber, windows, reason, status, decisionReason },
    ...{ proposedBy: change.proposedByName, proposedAt: rfc3339(change.proposedAt) },
    ...{ decidedBy: change.decidedByName, decidedAt: change.decidedAt ? rfc3339(change.decidedAt) : null },
  };
}
