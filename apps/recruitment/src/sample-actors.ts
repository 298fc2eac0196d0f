import type { Actor } from '@xibu/domain';
import { actorOf, as } from '@xibu/platform/testing';

/** Who works on the sample people: their university, the region, and one of another university. */
export const regionOfficer = actorOf('region.officer', { division: 150000 });
export const regionApprover = actorOf('region.approver', { division: 150000 });
export const universityOfficer = actorOf('university.officer', { university: '4115010126' });
export const universityApprover = actorOf('university.approver', { university: '4115010126' });
export const otherOfficer = actorOf('university.officer', { university: '4115010135' });

/** The account of the sample applicant with this number. */
export const applicantOf = (at: number): Actor => actorOf('person', { account: `account-${at}` });

/** Runs a use case as a request of this actor. */
export function by<Arguments extends unknown[], Answer>(
  actor: Actor,
  useCase: { run(...given: [...Arguments, Actor]): Promise<Answer> },
  ...given: Arguments
): Promise<Answer> {
  return as(actor, () => useCase.run(...given, actor));
}
