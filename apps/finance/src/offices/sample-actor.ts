import { type Actor, type Role, rangeOf } from '@xibu/domain';

/** Somebody who takes a step in a spec of rules, with no more than rules look at. */
export function sampleActor(account: string, role: Role = 'county.officer', division = 152221): Actor {
  return {
    ...{ account, roles: [role], office: null, officeName: null, name: account, divisions: rangeOf(division) },
    ...{ university: null, faculty: null, unit: null },
  };
}
