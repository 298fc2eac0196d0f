import { type Fact, Refusal, rfc3339 } from '@xibu/domain';
import type { ConcludeIncidentRequest, ReportIncidentRequest } from '@xibu/domain/assessment/api';
import { IncidentConcluded, IncidentReported } from '@xibu/domain/assessment/events';
import type { Incident } from './incident.js';

export interface Reporter {
  readonly account: string;
  readonly name: string;
}

/** Told upward at once (notice part four §4: 突发事件应急处理机制). */
export function reportIncident(
  id: string,
  request: ReportIncidentRequest,
  where: { readonly season: string; readonly county: number },
  by: Reporter,
  now: Date,
): [Incident, Fact] {
  const happenedAt = new Date(request.happenedAt);
  if (happenedAt > now) throw new Refusal('incident.in-future', { pointer: '/happenedAt' });
  const { unit, kind, level, place, people, account } = request;
  const incident: Incident = {
    ...{ id, ...where, unit, kind, level, status: 'reported', happenedAt, place, people, at: now },
    steps: [{ at: rfc3339(now), by: by.name, text: account }],
    ...{ reportedBy: by.account, managementFault: null, finding: null },
  };
  return [incident, IncidentReported(id, { incidentId: id, county: where.county, unit, kind, level })];
}

export function respond(incident: Incident, text: string, by: Reporter, now: Date): Incident {
  return step(incident, ['reported', 'responding'], { status: 'responding', text, by, now });
}

export function close(incident: Incident, text: string, by: Reporter, now: Date): Incident {
  return step(incident, ['responding'], { status: 'closed', text, by, now });
}

/**
 * The region says whether management was at fault; if so and it was serious, county and unit get nobody next year (notice
 * 2.1.2). Whoever reported it does not conclude it.
 */
export function conclude(
  incident: Incident,
  request: ConcludeIncidentRequest,
  by: Reporter,
  now: Date,
): [Incident, Fact] {
  if (by.account === incident.reportedBy) throw new Refusal('incident.own-conclusion');
  if (request.finding.trim() === '') throw new Refusal('reason.missing', { pointer: '/finding' });
  const closed = step(incident, ['closed'], { status: 'concluded', text: request.finding, by, now });
  const concluded: Incident = { ...closed, ...request };
  const { id, season, county, unit, level } = incident;
  const data = {
    incidentId: id,
    season,
    county,
    unit,
    serious: level !== 'general',
    managementFault: request.managementFault,
  };
  return [concluded, IncidentConcluded(id, data)];
}

interface Taken {
  readonly status: Incident['status'];
  readonly text: string;
  readonly by: Reporter;
  readonly now: Date;
}

function step(incident: Incident, from: readonly Incident['status'][], { status, text, by, now }: Taken): Incident {
  if (!from.includes(incident.status)) throw new Refusal('incident.wrong-step', { status: incident.status });
  return { ...incident, status, steps: [...incident.steps, { at: rfc3339(now), by: by.name, text }] };
}
