import type { World } from '../world.js';
import type { Databases } from './databases.js';

/** Something that must hold however the year went, looked at from outside. One sentence for each violation. */
export interface Invariant {
  readonly name: string;
  check(seen: Seen): Promise<string[]>;
}

export interface Seen {
  readonly world: World;
  readonly databases: Databases;
  /** Where the rounds and pay runs of the season lie as files. */
  readonly folder: string;
}
