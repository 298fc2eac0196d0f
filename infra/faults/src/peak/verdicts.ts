import type { Costs } from './costs.js';
import { type Attempt, type Figures, isAccepted, isRefused } from './figures.js';

/** One line of the judgement. Where it is only `told`, the peak does not fail by it. */
export interface Verdict {
  readonly what: string;
  readonly goal: string;
  readonly found: string;
  readonly holds: boolean;
  readonly isTold?: boolean;
}

export interface Ratios {
  readonly calm: Figures;
  readonly saturation: Figures;
  readonly overload: Figures;
  /** The part of the overload in which everything is there. */
  readonly upToKill: Figures;
  readonly costs: Costs | null;
  /** Seconds after the overload; null when it never came. */
  readonly recovery: number | null;
}

/** Nobody may be left longer without an answer. */
const hangMs = 15_000;

const perSecond = ({ submitted, seconds }: Figures) => submitted / seconds;

/** G2.4 and G2.5: what is reached in overload, by what is reached at saturation. */
export function judgeRatios(
  { calm, saturation, overload, upToKill, costs, recovery }: Ratios,
  times: number,
): Verdict[] {
  const kept = perSecond(overload) / perSecond(saturation);
  const slower = (upToKill.p99 ?? Number.POSITIVE_INFINITY) / (calm.p99 ?? 0);
  const ms = (value: number | null) => (value === null ? 'none' : `${Math.round(value)} ms`);
  return [
    {
      what: `submissions accepted a second at ${times} × saturation ÷ at saturation`,
      goal: '≥ 0.85',
      found: `${ratio(kept)} (${perSecond(overload).toFixed(1)} ÷ ${perSecond(saturation).toFixed(1)})`,
      holds: kept >= 0.85,
    },
    {
      what: 'processor time of a refusal ÷ of an acceptance',
      goal: '≤ 0.3',
      found: costs
        ? `${ratio(costs.ratio)} (${costs.refusalMs.toFixed(2)} ms ÷ ${costs.acceptanceMs.toFixed(2)} ms)`
        : 'not measured: too little was refused',
      holds: costs !== null && costs.ratio <= 0.3,
    },
    {
      what: 'p99 of accepted in overload, up to the kill ÷ at 0.7 of saturation',
      goal: '≤ 3',
      found: `${ratio(slower)} (${ms(upToKill.p99)} ÷ ${ms(calm.p99)}; with the kill ${ms(overload.p99)})`,
      ...{ holds: slower <= 3, isTold: true },
    },
    {
      what: 'seconds after the overload until nobody at work is refused and p99 is normal',
      goal: '≤ 10',
      found: recovery === null ? 'not within what was watched' : String(recovery),
      ...{ holds: recovery !== null && recovery <= 10, isTold: true },
    },
  ];
}

/** Every answer is one: done, refused politely, or nothing came; never a fault, never a hang. */
export function judgeAnswers(attempts: readonly Attempt[]): Verdict[] {
  const none = (what: string, wrong: readonly Attempt[]): Verdict => {
    const shown = wrong.slice(0, 3).map(({ kind, status, sentMs, endMs }) => {
      return `${kind} ${status} after ${Math.round(endMs - sentMs)} ms`;
    });
    return {
      ...{ what, goal: 'none', holds: wrong.length === 0 },
      found: wrong.length === 0 ? 'none' : `${wrong.length}: ${shown.join('; ')}`,
    };
  };
  const isAnswer = (attempt: Attempt) => isAccepted(attempt) || isRefused(attempt) || attempt.status === 0;
  return [
    none(
      'refusals without Retry-After or a sentence',
      attempts.filter((attempt) => isRefused(attempt) && !attempt.isPolite),
    ),
    none(
      'faults, and refusals of what is right',
      attempts.filter((attempt) => !isAnswer(attempt)),
    ),
    none(
      `waits of more than ${hangMs / 1000} s`,
      attempts.filter(({ sentMs, endMs }) => endMs - sentMs > hangMs),
    ),
  ];
}

function ratio(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2) : '–';
}
