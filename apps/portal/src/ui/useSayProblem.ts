import { problemOf } from '../api/problem.js';
import { useText } from '../language/language.js';
import { kitText } from './kit.text.js';

/** One sentence for anything that was thrown: the service's own, or that nothing was heard of it. */
export function useSayProblem(): (error: unknown) => string {
  const t = useText(kitText);
  return (error) => {
    const { detail, status } = problemOf(error);
    return detail || (status === 0 ? t.offlineTitle : t.faultText);
  };
}
