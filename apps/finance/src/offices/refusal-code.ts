import { Refusal } from '@xibu/domain';

/** The code with which a rule says no, or `done`; for specs that ask the same of many cases. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
}
