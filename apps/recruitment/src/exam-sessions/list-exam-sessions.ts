import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { ExamAnnouncement, ExamSessionView } from '@xibu/domain/recruitment/api';
import { Database } from '@xibu/platform';
import { isInScope } from '../applications/office-scope.js';
import type { ExamSession } from './exam-session.js';
import { ExamSessionTable } from './exam-session.table.js';
import { tallyOf, viewOf } from './find-exam-session.js';

/** The sittings of a season. What is only planned is the region's own business; the rest is announced. */
@Injectable()
export class ListExamSessions {
  constructor(private readonly database: Database) {}

  async run(season: string | undefined, actor: Actor): Promise<{ rows: ExamSessionView[] }> {
    return this.database.transaction(async (tx) => {
      const all = await tx.find(ExamSessionTable, {
        where: season ? { season } : {},
        order: { season: 'DESC', division: 'ASC', ordinal: 'ASC' },
      });
      const sessions = all.filter((session) => isVisible(session, actor));
      const tallies = await tallyOf(
        tx,
        sessions.map(({ id }) => id),
        actor,
      );
      return { rows: sessions.map((session) => viewOf(session, tallies.get(session.id))) };
    });
  }

  /** What is announced to everybody: when and where, not how many (notice 2.2.4). */
  async announced(season: string | undefined): Promise<{ rows: ExamAnnouncement[] }> {
    const all = await this.database.transaction((tx) =>
      tx.find(ExamSessionTable, { where: season ? { season } : {}, order: { startsAt: 'ASC', ordinal: 'ASC' } }),
    );
    const open = all.filter(({ status }) => status !== 'planned').map((session) => viewOf(session));
    return {
      rows: open.map(({ id, season: of, name, startsAt, endsAt, sites }) => ({
        ...{ id, season: of, name, startsAt, endsAt },
        sites: sites.map(({ name: site, address }) => ({ name: site, address })),
      })),
    };
  }

  async one(id: string, actor: Actor): Promise<ExamSessionView> {
    return this.database.transaction(async (tx) => {
      const session = await tx.findOne(ExamSessionTable, { where: { id } });
      if (!session || !isVisible(session, actor)) throw new Refusal('record.unknown');
      return viewOf(session, (await tallyOf(tx, [id], actor)).get(id));
    });
  }
}

function isVisible(session: ExamSession, actor: Actor): boolean {
  return session.status !== 'planned' || isInScope({ division: session.division, university: null }, actor);
}
