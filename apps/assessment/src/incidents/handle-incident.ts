import { Injectable } from '@nestjs/common';
import { type Actor, type Fact, Refusal } from '@xibu/domain';
import type { ConcludeIncidentRequest, ReportIncidentRequest } from '@xibu/domain/assessment/api';
import { Clock, Database, newId, record, rewrite, type Tx } from '@xibu/platform';
import type { Incident } from './incident.js';
import { close, conclude, reportIncident, respond } from './incident.rules.js';
import { IncidentTable } from './incident.table.js';

/** The steps of an incident, each by the office that owes it. */
@Injectable()
export class HandleIncident {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async report(request: ReportIncidentRequest, actor: Actor): Promise<Incident> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const where = await placeOf(tx, request, actor);
      const [incident, fact] = reportIncident(newId(now), request, where, actor, now);
      await tx.insert(IncidentTable, { ...incident, steps: [...incident.steps] });
      await record(tx, now, fact);
      return incident;
    });
  }

  respond(id: string, text: string, actor: Actor): Promise<Incident> {
    return this.change(id, actor, (incident, now) => [respond(incident, text, actor, now)]);
  }

  close(id: string, text: string, actor: Actor): Promise<Incident> {
    return this.change(id, actor, (incident, now) => [close(incident, text, actor, now)]);
  }

  conclude(id: string, request: ConcludeIncidentRequest, actor: Actor): Promise<Incident> {
    return this.change(id, actor, (incident, now) => conclude(incident, request, actor, now));
  }

  private async change(
    id: string,
    { divisions }: Actor,
    decide: (incident: Incident, now: Date) => [Incident, ...Fact[]],
  ): Promise<Incident> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const incident = await tx.findOne(IncidentTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const within = incident && divisions && incident.county >= divisions.from && incident.county <= divisions.to;
      if (!within) throw new Refusal('record.unknown');
      const [changed, ...facts] = decide(incident, now);
      await rewrite(tx, IncidentTable, changed);
      await record(tx, now, ...facts);
      return changed;
    });
  }
}

/** A unit reports for itself, a county for one of its units; the season is that of the people who serve there. */
async function placeOf(
  tx: Tx,
  { unit }: ReportIncidentRequest,
  actor: Actor,
): Promise<{ season: string; county: number }> {
  if (actor.unit !== null && actor.unit !== unit) throw new Refusal('record.unknown', { pointer: '/unit' });
  const [office]: { division: number | null }[] = await tx.query(
    `select division from office_copy where tier = 'unit' and unit = $1 and ($2::int is null or division = $2)`,
    [unit, actor.divisions?.from ?? null],
  );
  if (office?.division === undefined || office.division === null)
    throw new Refusal('record.unknown', { pointer: '/unit' });
  const [season]: { season: string }[] = await tx.query('select season from season_copy order by season desc limit 1');
  if (!season) throw new Refusal('season.unknown', { season: '' });
  return { season: season.season, county: office.division };
}
