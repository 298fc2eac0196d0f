import type { Draw } from '@xibu/local/draws';
import type { OwnPart, Part, Stack } from '@xibu/local/stack';

/** What a drill has in its hands. */
export interface Field {
  readonly stack: Stack;
  /** Follows from the seed alone. */
  readonly draw: Draw;
  say(sentence: string): void;
  /** Ends a part without a goodbye, leaves it away for so long, and starts it again. */
  knockOut(part: Part, awayMs: number): Promise<void>;
  /** Stops a part in the middle of whatever it does, and lets it go on after so long. */
  freeze(part: OwnPart, ms: number): Promise<void>;
}

/** Breaks something while people sign up. */
export interface Drill {
  readonly name: string;
  /** What breaks, in a sentence. */
  readonly what: string;
  readonly buses: readonly Stack['bus'][];
  /** Resolves when everything that was broken is whole again. */
  strike(field: Field): Promise<void>;
}
