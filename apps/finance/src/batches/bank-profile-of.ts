import { Refusal } from '@xibu/domain';
import type { BankProfile } from '../bank-files/bank-profile.js';
import { bankProfiles } from '../bank-files/bank-profiles.js';

export function bankProfileOf(id: string): BankProfile {
  const profile = bankProfiles.find((each) => each.id === id);
  if (!profile) throw new Refusal('batch.profile-unknown', { pointer: '/profile', profile: id });
  return profile;
}
