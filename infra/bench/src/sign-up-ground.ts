import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '@xibu/end-to-end/season/calendar';
import { moveTo } from '@xibu/end-to-end/season/clock';
import { Progress } from '@xibu/end-to-end/season/progress';
import { foundation } from '@xibu/end-to-end/season/steps/01-foundation';
import { openSeason } from '@xibu/end-to-end/season/steps/02-season';
import { World } from '@xibu/end-to-end/season/world';
import { type Stack, startStack } from '@xibu/local/stack';

/** The whole system in the first days of sign-up, on the embedded bus, thrown away afterwards. */
export interface SignUpGround {
  readonly stack: Stack;
  readonly world: World;
  readonly folder: string;
  end(): Promise<void>;
}

export async function openSignUpGround(people: number, firstPort: number): Promise<SignUpGround> {
  const folder = mkdtempSync(join(tmpdir(), 'xibu-bench-stack-'));
  const stack = await startStack({
    ...{ folder, firstPort, bus: 'embedded', clock: 'virtual', demo: false, quiet: true, logLevel: 'warn' },
  });
  const end = async (): Promise<void> => {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const world = new World({
      ...{ url: stack.url, applicants: people, seed: 'bench', until: 'registration' },
      ...{ bootstrapKey: stack.secrets.bootstrapKey, verify: false, digest: false, exports: null, accounts: null },
    });
    const progress = new Progress();
    for (const step of [foundation, openSeason]) await step.run(world, progress);
    await moveTo(world, at('2023-04-14'));
    return { stack, world, folder, end };
  } catch (error) {
    await end();
    throw error;
  }
}
