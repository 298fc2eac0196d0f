import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Fact } from '@xibu/domain';
import type { ServiceDefinition } from './service-definition.js';
import { startTestService, type TestService } from './testing.js';

const samples = fileURLToPath(new URL('../../domain/samples/', import.meta.url));

/** The golden samples of all published facts, each under a key of its own. */
export function allSamples(): Fact[] {
  return readdirSync(samples)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file, index) => ({
      type: file.slice(0, -'.json'.length),
      key: `sample-${index}`,
      data: JSON.parse(readFileSync(`${samples}${file}`, 'utf8')) as unknown,
    }));
}

export interface Heard {
  /** Types that took effect, in order. */
  readonly settled: readonly string[];
  /** Types that the service could not deal with, and why. */
  readonly parked: readonly { readonly type: string; readonly detail: string }[];
}

/**
 * Starts a service and tells it every golden sample over a real bus: what it listens to must be accepted as it is
 * published. `first` are told before (what the samples refer to); `prepare` may fill tables.
 */
export async function hearSamples(
  definition: ServiceDefinition,
  options: {
    readonly variables?: Readonly<Record<string, string>>;
    readonly first?: readonly Fact[];
    prepare?(service: TestService): Promise<void>;
  } = {},
): Promise<Heard> {
  const service = await startTestService(definition, options.variables);
  try {
    await options.prepare?.(service);
    if (options.first) {
      await service.tell(...options.first);
      await service.quiet();
    }
    await service.tell(...allSamples());
    await service.quiet();
    const settled = await service.query<{ type: string }>(
      'select distinct o.type from inbox i join outbox o using (fact_id) order by 1',
    );
    const parked = await service.query<{ type: string; detail: string }>('select type, detail from parked order by id');
    return { settled: settled.map(({ type }) => type), parked };
  } finally {
    await service.stop();
  }
}
