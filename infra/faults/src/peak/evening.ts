/** What people do on the last evening of sign-up. There is no route for uploads: a form is text, papers come later. */
export const kinds = ['sign-in', 'draft', 'status', 'public', 'submit'] as const;
export type Kind = (typeof kinds)[number];

/** How often each is done, in hundredths: before one submission there are saves, looks, and most of a sign-in. */
export type Shares = Readonly<Record<Kind, number>>;
export const eveningShares: Shares = { 'sign-in': 10, draft: 30, status: 20, public: 25, submit: 15 };

/**
 * Submissions in each hour of the last day, the hour before the deadline being 1. The last hour brings a quarter of the
 * day. The form is ours: nights are empty, and after dinner everybody remembers.
 */
export const lastDay: readonly number[] = [
  ...[0.04, 0.02, 0.01, 0.01, 0.01, 0.01, 0.02, 0.03, 0.06, 0.09, 0.11, 0.12],
  ...[0.1, 0.1, 0.12, 0.13, 0.13, 0.12, 0.13, 0.17, 0.25, 0.42, 0.8, 1],
];

/** A part of the evening with a rate of its own. */
export interface Stretch {
  readonly name: string;
  readonly seconds: number;
  /** Intended starts a second, `at` seconds after the stretch has begun. */
  rateAt(at: number): number;
}

export function flat(name: string, rate: number, seconds: number): Stretch {
  return { name, seconds, rateAt: () => rate };
}

/** The last 24 hours, pressed into so many seconds, with `rate` in the last hour. */
export function wholeDay(name: string, rate: number, seconds: number): Stretch {
  const rateAt = (at: number) => {
    const hour = Math.min(lastDay.length - 1, Math.floor((at / seconds) * lastDay.length));
    return rate * (lastDay[hour] ?? 0);
  };
  return { name, seconds, rateAt };
}

/** Where each stretch lies, in ms from the beginning. */
export function placesOf(stretches: readonly Stretch[]): { name: string; fromMs: number; toMs: number }[] {
  let end = 0;
  return stretches.map(({ name, seconds }) => {
    const fromMs = end;
    end += seconds * 1000;
    return { name, fromMs, toMs: end };
  });
}
