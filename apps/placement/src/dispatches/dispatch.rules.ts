import { dateOf, type Fact, Refusal } from '@xibu/domain';
import { VolunteerDispatched } from '@xibu/domain/placement/events';
import { ofVolunteer, type Volunteer } from '../volunteers/volunteer.js';
import { requireStatus, step } from '../volunteers/volunteer.rules.js';
import type { Dispatch } from './dispatch.js';

/** Only trained people stand on a list, each on one. */
export function enlist(volunteer: Volunteer, dispatch: Dispatch, by: string, now: Date): Volunteer {
  requireStatus(volunteer, 'trained');
  return step(volunteer, { dispatchId: dispatch.id }, { step: 'on-dispatch-list', by, note: dispatch.number }, now);
}

/** The county has counted its people and signs for them. */
export function confirm(dispatch: Dispatch, people: number, by: string, now: Date): Dispatch {
  if (dispatch.status !== 'prepared') throw new Refusal('dispatch.confirmed');
  const confirmed = { status: 'confirmed', people, confirmedBy: by, confirmedOn: dateOf(now) } as const;
  return { ...dispatch, ...confirmed, updatedAt: now, version: dispatch.version + 1 };
}

/** 由服务旗县项目办将本旗县志愿者集中接到服务旗县 (notice 2.3.3). */
export function handOver(volunteer: Volunteer, by: string, now: Date): [Volunteer, Fact] {
  requireStatus(volunteer, 'trained');
  const on = dateOf(now);
  const dispatched = step(volunteer, { status: 'dispatched', dispatchedOn: on }, { step: 'dispatched', by }, now);
  return [dispatched, VolunteerDispatched(volunteer.id, { ...ofVolunteer(volunteer), on })];
}

/** Did not come along: trained still, and free for the next list. */
export function leaveBehind(volunteer: Volunteer, by: string, now: Date): Volunteer {
  return step(volunteer, { dispatchId: null }, { step: 'missing-at-hand-over', by }, now);
}
