import type { FundRow } from '@xibu/domain/finance/api';

type Figures = Pick<FundRow, 'arrivedFen' | 'committedFen' | 'lastMonthFen'>;

/** Does what is left reach for the next months, at what the last one cost? Warned before it runs dry. */
export function sufficiencyOf(
  { arrivedFen, committedFen, lastMonthFen }: Figures,
  warningMonths: number,
): Pick<FundRow, 'leftFen' | 'executedPercent' | 'monthsLeft' | 'state'> {
  const leftFen = arrivedFen - committedFen;
  const monthsLeft = lastMonthFen > 0 ? Math.max(0, Math.floor(leftFen / lastMonthFen)) : null;
  const short = monthsLeft !== null && monthsLeft < warningMonths;
  return {
    leftFen,
    executedPercent: arrivedFen > 0 ? Math.floor((committedFen * 100) / arrivedFen) : null,
    monthsLeft,
    state: leftFen < 0 ? 'overspent' : short ? 'short' : 'enough',
  };
}
