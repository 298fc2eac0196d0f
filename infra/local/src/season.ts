import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Chaos, unleash } from './chaos.js';
import { say } from './output.js';
import { startProcess } from './processes.js';
import { root, type Stack, services } from './stack.js';
import { type WithStack, withStack } from './with-stack.js';

/**
 * `npm run season`: a fresh system, a whole year through its API, the invariants from outside, and the end. With
 * `--chaos` its parts are killed while the year is played.
 */
export async function main(given: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...given],
    options: {
      applicants: { type: 'string', default: '4000' },
      seed: { type: 'string', default: '2023' },
      bus: { type: 'string', default: 'auto' },
      until: { type: 'string', default: 'end' },
      port: { type: 'string', default: '4400' },
      digest: { type: 'boolean', default: false },
      exports: { type: 'string' },
      keep: { type: 'boolean', default: false },
      chaos: { type: 'boolean', default: false },
    },
  });
  const wanted: WithStack = {
    ...{ name: 'season', firstPort: Number(values.port) },
    // Without waiting for the disk, a database that is killed forgets what it has promised.
    ...{ durable: values.keep || values.chaos, keep: values.keep, bus: values.bus as 'auto' | Stack['bus'] },
  };
  const options = ['applicants', 'seed', 'until', 'exports'] as const;
  const told = options.flatMap((name) => (values[name] === undefined ? [] : [`--${name}`, values[name]]));
  const code = await withStack(wanted, async (stack) => {
    const chaos = values.chaos ? unleash(stack, values.seed) : null;
    const played = await play(stack, ['--verify', ...(values.digest ? ['--digest'] : []), ...told], chaos);
    if (!chaos) return played;
    say('chaos', `${await chaos.end()} parts were killed and came back`);
    return (await lookAtCopies(stack)) ? 1 : played;
  });
  process.exit(code ?? 1);
}

/** After the year each copy that a service keeps must be what the topics say; answers whether any is not. */
async function lookAtCopies(stack: Stack): Promise<boolean> {
  const { rebuildAll } = await import('./rebuild.js');
  const complaints = await rebuildAll(stack, ({ lines }) => lines.map((line) => say('rebuild', line)));
  for (const complaint of complaints) say('rebuild', complaint);
  say('rebuild', complaints.length === 0 ? 'every copy is what the topics say' : `${complaints.length} complaints`);
  return complaints.length > 0;
}

/** Plays the year in a process of its own; answers its exit code. */
function play(stack: Stack, told: readonly string[], chaos: Chaos | null): Promise<number | null> {
  const databases = [...services, 'bus' as const].map((name) => [
    `XIBU_${name.toUpperCase()}_DATABASE_URL`,
    stack.databaseOf(name),
  ]);
  const variables = {
    ...(Object.fromEntries(databases) as Record<string, string>),
    ...{ XIBU_BOOTSTRAP_KEY: stack.secrets.bootstrapKey, XIBU_BUS: stack.bus },
    XIBU_KAFKA_BROKERS: stack.brokers.join(','),
  };
  const entry = join(root, 'apps', 'end-to-end', 'dist', 'season', 'main.js');
  return new Promise((resolve) => {
    const season = startProcess('season', entry, variables, {
      ...{ quiet: false, onEnd: resolve, flags: ['--enable-source-maps'] },
      arguments: ['--url', stack.url, ...told],
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => season.child.kill('SIGTERM'));
    // From there on the simulator looks at a system at rest.
    season.child.stdout?.on('data', (said: Buffer) => {
      if (chaos && said.includes('the year is played')) void chaos.end();
    });
  });
}
