import { Injectable } from '@nestjs/common';
import { type Actor, liesIn, Refusal } from '@xibu/domain';
import type { OfficeRatingGrade } from '@xibu/domain/assessment/api';
import { Clock, Database, newId, record, requireOpen, rewrite, type Tx } from '@xibu/platform';
import { decide, type OfficeEvidence, type OfficeRating, scoreOf } from './office-rating.rules.js';
import { OfficeRatingTable } from './office-rating.table.js';

@Injectable()
export class RateOffice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** 各盟市团委对旗县项目办进行年度考核 (notice 3.3); the region proposes for universities. A second proposal replaces the first. */
  async propose(
    request: { season: string; officeId: string; rating: OfficeRatingGrade },
    actor: Actor,
  ): Promise<OfficeRating> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await requireOpen(tx, request.season, 'assessment', now);
      const office = await officeIn(tx, request.officeId, actor);
      const evidence = await evidenceOf(tx, office.division, request.season);
      const before = await tx.findOne(OfficeRatingTable, {
        where: { season: request.season, officeId: request.officeId },
        lock: { mode: 'pessimistic_write' },
      });
      if (before?.status === 'decided') throw new Refusal('office-rating.wrong-step');
      const rating: OfficeRating = {
        ...{ id: before?.id ?? newId(now), ...request, ...office, evidence, score: scoreOf(evidence) },
        ...{ proposedBy: actor.account, decidedBy: null, status: 'proposed' },
      };
      if (before) await rewrite(tx, OfficeRatingTable, rating);
      else await tx.insert(OfficeRatingTable, rating);
      return rating;
    });
  }

  async decide(id: string, actor: Actor): Promise<OfficeRating> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const proposed = await tx.findOne(OfficeRatingTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!proposed) throw new Refusal('record.unknown');
      const [decided, fact] = decide(proposed, actor.account);
      await rewrite(tx, OfficeRatingTable, decided);
      await record(tx, now, fact);
      return decided;
    });
  }

  async list(season: string, { divisions, university }: Actor): Promise<OfficeRating[]> {
    return this.database.transaction((tx) =>
      tx
        .createQueryBuilder(OfficeRatingTable, 'r')
        .where('r.season = :season and (r.division between :from and :to or r.university = :university)', {
          ...{ season, from: divisions?.from ?? -1, to: divisions?.to ?? -1, university: university ?? '' },
        })
        .orderBy('r.division')
        .getMany(),
    );
  }
}

async function officeIn(
  tx: Tx,
  officeId: string,
  { divisions }: Actor,
): Promise<{ division: number | null; university: string | null }> {
  const [office]: { division: number | null; university: string | null; tier: string }[] = await tx.query(
    'select division, university, tier from office_copy where office_id = $1 and not closed',
    [officeId],
  );
  const mayRate = office?.tier === 'university' || (office?.tier === 'county' && liesIn(office.division, divisions));
  if (!office || !mayRate) throw new Refusal('record.unknown');
  return { division: office.division, university: office.university };
}

async function evidenceOf(tx: Tx, county: number | null, season: string): Promise<OfficeEvidence> {
  const [row]: OfficeEvidence[] = await tx.query(
    `select (select count(*)::int from report where county = $1 and month between $3 and $4) "reportsDue",
            (select count(*)::int from report where county = $1 and month between $3 and $4 and late) "reportsLate",
            (select count(*)::int from incident where county = $1 and season = $2) "incidents",
            (select count(*)::int from incident where county = $1 and season = $2 and management_fault) "managementFaults",
            (select count(*)::int from ticket where county = $1 and status in ('open', 'transferring') and due_on < now()) "ticketsOverdue"`,
    [county, season, `${season.slice(0, 4)}-08`, `${season.slice(5)}-07`],
  );
  if (!row) throw new Error('a select of counts answers one row');
  return row;
}
