import type { PlacedSummary, RoundPreview } from '@xibu/domain/placement/api';

export const summaryFigures = ['applicants', 'placedFirst', 'placedSecond', 'unplaced', 'seatsLeft'] as const;

/** One figure before and after. */
export interface Compared {
  readonly figure: (typeof summaryFigures)[number] | { readonly rank: number };
  readonly before: number;
  readonly after: number;
}

/** Every figure of both outcomes side by side; ranks that only one of them has count as none in the other. */
export function compared({ before, after }: Pick<RoundPreview, 'before' | 'after'>): readonly Compared[] {
  const ranks = [...new Set([...before.byRank, ...after.byRank].map(({ rank }) => rank))].sort((a, b) => a - b);
  const at = ({ byRank }: PlacedSummary, rank: number) => byRank.find((one) => one.rank === rank)?.people ?? 0;
  return [
    ...summaryFigures.map((figure) => ({ figure, before: before[figure], after: after[figure] })),
    ...ranks.map((rank) => ({ figure: { rank }, before: at(before, rank), after: at(after, rank) })),
  ];
}
