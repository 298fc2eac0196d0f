import { type Actor, type Month, Refusal } from '@xibu/domain';
import type { MonthFigures, MonthObstacles } from '../bank-files/month-close.js';
import { mayClose } from '../bank-files/month-close.rules.js';
import { requireAnother, sign } from '../offices/signature.js';
import type { MonthClose } from './month-close.js';

/** The books of a county's month as they stand. */
export interface OfficeMonth {
  readonly division: number;
  readonly month: Month;
  readonly figures: readonly MonthFigures[];
  readonly obstacles: MonthObstacles;
  /** The run of the month is missing or not released. */
  readonly runOpen: boolean;
}

export function closable({ obstacles, runOpen }: Pick<OfficeMonth, 'obstacles' | 'runOpen'>): boolean {
  return !runOpen && mayClose(obstacles);
}

/** The first person says that all is accounted for. A month is closed after those before it. */
export function propose(
  id: string,
  books: OfficeMonth,
  given: { readonly before: MonthClose | null; readonly earlierOpen: Month | null },
  actor: Actor,
  now: Date,
): MonthClose {
  const { before, earlierOpen } = given;
  if (before?.status === 'closed') throw new Refusal('month.closed', { month: books.month });
  if (earlierOpen !== null) throw new Refusal('month.earlier-open', { month: earlierOpen });
  requireClosable(books);
  const { division, month, figures } = books;
  return {
    ...{ id: before?.id ?? id, division, month, status: 'proposed', proposed: sign(actor, now), closed: null, figures },
    version: (before?.version ?? 0) + 1,
  };
}

/** The second person agrees, on books that still are what they were. */
export function close(proposal: MonthClose, books: OfficeMonth, actor: Actor, now: Date): MonthClose {
  if (proposal.status === 'closed') throw new Refusal('month.closed', { month: proposal.month });
  requireAnother(actor, proposal.proposed);
  requireClosable(books);
  const figures = books.figures;
  return { ...proposal, status: 'closed', closed: sign(actor, now), figures, version: proposal.version + 1 };
}

function requireClosable(books: OfficeMonth): void {
  if (closable(books)) return;
  const { obstacles, runOpen } = books;
  throw new Refusal('month.not-closable', {
    broken: obstacles.broken.length,
    pending: obstacles.pending,
    waiting: obstacles.waiting,
    unreplaced: obstacles.unreplaced.length,
    exceptions: obstacles.openExceptions,
    missing: obstacles.missing.length,
    run: runOpen ? 1 : 0,
  });
}
