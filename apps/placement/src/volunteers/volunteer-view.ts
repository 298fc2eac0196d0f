import { type Actor, maskMobilePhone } from '@xibu/domain';
import type { SecondRegistration, VolunteerRow, VolunteerView } from '@xibu/domain/placement/api';
import { divisionName } from '@xibu/reference';
import type { Volunteer } from './volunteer.js';

export function rowOf(volunteer: Volunteer): VolunteerRow {
  const { id, number, name, sex, status, season, county, unit, post, university } = volunteer;
  const { checkedInOn, onPostOn, termTo, leftOn } = volunteer;
  return {
    ...{ id, number, name, sex, status, season, county, countyName: countyName(county), unit },
    ...{ unitName: post.unitName, postCode: post.code, postTitle: post.title, special: post.special },
    ...{ projectKind: post.projectKind, university, checkedInOn, onPostOn, termTo, leftOn },
  };
}

export function viewOf(volunteer: Volunteer, actor: Actor): VolunteerView {
  const { confirmationNumber, identityMasked, major, track, diploma, checkedInOn, dispatchedOn, termFrom } = volunteer;
  const { termYears, cardLastFour, coverWaiver, leftKind, lossReason, postChanges, history } = volunteer;
  return {
    ...rowOf(volunteer),
    ...{ confirmationNumber, identityNumberMasked: identityMasked, major, track, diploma, dispatchedOn, termFrom },
    // 参加工作时间按其到基层报到之日起算 (notice 3.1.4).
    startOfWorkOn: checkedInOn,
    ...{ termYears, registration: shown(volunteer.registration, actor), cardLastFour, coverWaiver },
    ...{ leftKind, lossReason, postChanges, history },
  };
}

/** The person, the unit and the county look after somebody and see the numbers whole; others see them masked. */
function shown(registration: SecondRegistration | null, { roles }: Actor): SecondRegistration | null {
  if (registration === null || roles.some((role) => /^(person|unit\.|county\.)/.test(role))) return registration;
  const { mobile, emergencyMobile } = registration;
  return {
    ...registration,
    ...{ address: '', mobile: maskMobilePhone(mobile), emergencyMobile: maskMobilePhone(emergencyMobile) },
  };
}

export function countyName(county: number): string {
  return divisionName(String(county)) ?? String(county);
}
