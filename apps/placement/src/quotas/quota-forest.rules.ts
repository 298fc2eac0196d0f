import { type ProjectKind, projectKinds, Refusal, type Rulebook, rangeOf, type Special } from '@xibu/domain';
import type { QuotaLine } from '@xibu/domain/placement/api';
import { asForest, type Forest, type Quota, QuotaFault } from '../matching/forest.rules.js';
import { isCounty, quotaIdOf, type Usage } from './quota.js';

/** Everything that can be told apart by a quota: posts of one special and one kind in one county. */
export interface Cell {
  readonly county: number;
  readonly projectKind: ProjectKind;
  readonly special: Special;
}

export function cellId({ county, projectKind, special }: Cell): string {
  return `${county}-${projectKind}-${special}`;
}

export interface Ground {
  readonly region: number;
  /** The counties whose posts there are, or may be. */
  readonly counties: readonly number[];
  readonly book: Rulebook;
}

/**
 * The quotas of a region as nested sets: the scale of each project kind, and the lines below. It looks at every sort of
 * post that could be declared, not at those there are: a plan that overlaps is refused when it is written, not in the
 * round. Refuses with the names of the two that overlap.
 */
export function forestOf(lines: readonly QuotaLine[], ground: Ground): Forest {
  const cells = cellsOf(ground);
  const holds = (line: Omit<QuotaLine, 'max'>) => cells.filter((cell) => isBelow(cell, line)).map(cellId);
  const quotas: Quota[] = [
    ...scaleLines(ground).map(({ projectKind, max, ...line }) => ({
      ...{ quotaId: projectKind, max, postIds: holds({ projectKind, ...line }) },
    })),
    ...lines.map((line) => ({ quotaId: quotaIdOf(line), max: line.max, postIds: holds(line) })),
  ];
  try {
    return asForest(quotas, cells.map(cellId), `region-${ground.region}`);
  } catch (error) {
    if (!(error instanceof QuotaFault)) throw error;
    const [one, other] = error.quotaIds;
    const clause = 'xibu-round/1 §1';
    if (error.reason === 'twice') throw new Refusal('quota.twice', { pointer: '/lines', quota: one });
    throw new Refusal('quota.overlap', { pointer: '/lines', one, other, post: error.postIds[0], clause });
  }
}

/** What the rulebook allows a region: 815 on post for the national project, 1,000 new for the local one (notice 2.1.1). */
export function scaleLines({ region, book }: Pick<Ground, 'region' | 'book'>) {
  const of = (projectKind: ProjectKind, max: number) => ({ projectKind, max, division: region, special: null });
  return [of('national', book.values.nationalScaleOnPost), of('local', book.values.localNewRecruits)];
}

/**
 * People who count against a quota: for the national project everybody on post, for the local one the new recruits only
 * (总在岗人数 and 每年新招募, notice 2.1.1).
 */
export function takenOf(line: Omit<QuotaLine, 'max'>, usage: readonly Usage[]): number {
  return usage
    .filter((each) => isBelow(each, line) && (each.projectKind === 'national' || each.kind === 'placed'))
    .reduce((people, each) => people + each.people, 0);
}

/** The line that holds too many now that somebody has moved from one sort of post to another and counts there as well. */
export function overfilled(
  lines: readonly QuotaLine[],
  usage: readonly Usage[],
  { from, to }: { readonly from: Cell; readonly to: Cell },
): QuotaLine | undefined {
  return lines.find((line) => isBelow(to, line) && !isBelow(from, line) && takenOf(line, usage) > line.max);
}

function cellsOf({ counties, book }: Ground): Cell[] {
  return counties.flatMap((county) =>
    projectKinds.flatMap((projectKind) =>
      book.values.countySpecials.map((special) => ({ county, projectKind, special })),
    ),
  );
}

function isBelow(cell: Cell, { division, projectKind, special }: Omit<QuotaLine, 'max'>): boolean {
  const { from, to } = rangeOf(division);
  if (cell.county < from || cell.county > to) return false;
  return (projectKind === null || cell.projectKind === projectKind) && (special === null || cell.special === special);
}

/** Lines of counties that have posts and were given no number: nobody goes where nothing was allotted. */
export function withUnallotted(lines: readonly QuotaLine[], counties: readonly number[]): QuotaLine[] {
  const given = new Set(lines.map(quotaIdOf));
  const missing = counties.flatMap((division) =>
    projectKinds
      .map((projectKind) => ({ division, projectKind, special: null, max: 0 }))
      .filter((line) => !given.has(quotaIdOf(line))),
  );
  return [...lines, ...missing];
}

/** What the counties' lines of a kind sum to. */
export function allotted(lines: readonly QuotaLine[], kind: ProjectKind): number {
  return lines
    .filter(({ division, projectKind, special }) => isCounty(division) && projectKind === kind && special === null)
    .reduce((sum, { max }) => sum + max, 0);
}
