import { factId } from '@xibu/messaging';

/** A UUID (version 7) for a new record: sorts by the time of its making, so that indexes grow at their end. */
export const newId: (now: Date) => string = factId;
