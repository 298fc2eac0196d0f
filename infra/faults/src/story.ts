import type { Databases } from '@xibu/end-to-end/season/invariants/databases';
import type { Step } from '@xibu/end-to-end/season/steps/step';
import type { World } from '@xibu/end-to-end/season/world';
import type { Draw } from '@xibu/local/draws';
import type { Stack, StackOptions } from '@xibu/local/stack';

/** What a story has in its hands, once the season has come as far as it needs. */
export interface Stage {
  readonly stack: Stack;
  readonly world: World;
  readonly databases: Databases;
  /** Follows from the seed alone. */
  readonly draw: Draw;
  say(sentence: string): void;
}

/** A drill on work that a season must have come to first: a round, a month of pay. Nobody signs up meanwhile. */
export interface Story {
  readonly name: string;
  /** What breaks, in a sentence. */
  readonly what: string;
  readonly buses: readonly Stack['bus'][];
  /** How many signed up. */
  readonly applicants: number;
  /** What the season plays before. */
  readonly before: readonly Step[];
  readonly needs?: Partial<StackOptions>;
  /** One sentence for everything that does not hold. */
  play(stage: Stage): Promise<string[]>;
}
