import type { Databases } from '@xibu/end-to-end/season/invariants/databases';
import type { Draw } from '@xibu/local/draws';
import type { OwnPart, Part, Stack, StackOptions } from '@xibu/local/stack';

/** What a drill has in its hands. */
export interface Field {
  readonly stack: Stack;
  /** Follows from the seed alone. */
  readonly draw: Draw;
  /** Of the services, past everything that guards them. */
  readonly databases: Databases;
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
  /** What it needs of the system beyond the ordinary; drills that need the same share one. */
  readonly needs?: Partial<StackOptions>;
  /** Why it cannot be run on this machine; null when it can. */
  whyNot?(): string | null;
  /** Resolves when everything that was broken is whole again. */
  strike(field: Field): Promise<void>;
}
