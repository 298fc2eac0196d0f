import type { Client } from '../client.js';
import type { World } from '../world.js';

/** Who does what with the money of a county: nobody holds two steps of the same run (four eyes). */
export interface Hands {
  /** Locks the attendance and has the run calculated. */
  readonly computes: Client;
  /** Prepares batches, takes in what banks answer, proposes to close. */
  readonly prepares: Client;
  /** Approves the run. */
  readonly approves: Client;
  /** Releases runs and batches, closes months. */
  readonly releases: Client;
}

export async function handsOf(world: World, county: number): Promise<Hands> {
  return {
    computes: await world.as(`c-${county}.officer`),
    prepares: await world.as(`c-${county}.finance`),
    approves: await world.as(`c-${county}.approver`),
    releases: await world.as(`c-${county}.payer`),
  };
}
