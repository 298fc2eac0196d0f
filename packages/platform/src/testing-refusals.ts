import { orRefusal, Refusal } from '@xibu/domain';

/** The code with which a rule says no, or `no refusal`; for specs that ask the same of many cases. */
export function refusalOf(work: () => unknown): string {
  const answer = orRefusal(work);
  return answer instanceof Refusal ? answer.code : 'no refusal';
}
