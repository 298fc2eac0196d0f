import type { Stage } from '../options.js';
import type { Progress } from '../progress.js';
import type { World } from '../world.js';

/** One stage of the year. `ends` names the point up to which a season may be played. */
export interface Step {
  readonly name: string;
  readonly ends?: Stage;
  run(world: World, progress: Progress): Promise<void>;
}
