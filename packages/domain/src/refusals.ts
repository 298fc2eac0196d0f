import { assessmentRefusals } from './assessment/refusals.js';
import { financeRefusals } from './finance/refusals.js';
import { gatewayRefusals } from './gateway/refusals.js';
import { notificationsRefusals } from './notifications/refusals.js';
import { placementRefusals } from './placement/refusals.js';
import { platformRefusals } from './platform/refusals.js';
import { programmeRefusals } from './programme/refusals.js';
import { recruitmentRefusals } from './recruitment/refusals.js';
import type { RefusalText } from './refusal-text.js';

export type { RefusalText } from './refusal-text.js';

/** The closed list: a code without its status and both texts does not compile. */
export const refusals = {
  ...platformRefusals,
  ...gatewayRefusals,
  ...programmeRefusals,
  ...recruitmentRefusals,
  ...placementRefusals,
  ...financeRefusals,
  ...assessmentRefusals,
  ...notificationsRefusals,
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusals;

export interface RefusalDetails {
  /** JSON pointer of the field that the rule concerns, for instance `/identityNumber`. */
  readonly pointer?: string;
  /** The clause of the notice that says no. */
  readonly clause?: string;
  /** Words and numbers that the text quotes as `{name}`. Never another person's data. */
  readonly [name: string]: string | number | undefined;
}

/**
 * A "no" that is an answer: the request was understood and is not allowed, or makes no sense. Everything else that goes
 * wrong is a fault. A "no" that the programme keeps (not eligible, with reasons) is data, not a Refusal.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** What the work answers, or the Refusal that it ends with; a fault stays a fault. */
export function orRefusal<Answer>(work: () => Answer): Answer | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The sentence for people, its `{names}` filled from the details. */
export function sayRefusal(refusal: Pick<Refusal, 'code' | 'details'>, language: 'zh' | 'en'): string {
  const text: RefusalText = refusals[refusal.code];
  return text[language].replace(/\{(\w+)\}/g, (_, name: string) => String(refusal.details[name] ?? '…'));
}
