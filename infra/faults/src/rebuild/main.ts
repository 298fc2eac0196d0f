import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Rebuilt, rebuildAndCompare, type Standing } from '@xibu/local/rebuild';
import { root, type Service, type Stack, services, startStack } from '@xibu/local/stack';
import { standingAt } from '@xibu/local/standing';

/**
 * `npm run rebuild -- <service>|all [--data folder] [--port first] [--bus kafka|embedded]`: makes the copies of services
 * anew from the topics and compares. The exit code is 1 when anything differs.
 */
export async function main(given: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: join(root, '.data') },
      port: { type: 'string', default: '4000' },
      bus: { type: 'string', default: 'auto' },
    },
  });
  const chosen = chosenOf(positionals);
  if (!existsSync(join(values.data, 'secrets.json'))) throw new Error(`${values.data} holds no data of this system`);
  const running = await standingAt(values.data, Number(values.port));
  const stack = running ? null : await startData(values.data, Number(values.port), values.bus as 'auto' | Stack['bus']);
  let complaints = 0;
  try {
    for (const service of chosen) complaints += tell(await rebuildAndCompare((running ?? stack) as Standing, service));
  } finally {
    await stack?.stop();
  }
  process.exit(complaints === 0 ? 0 : 1);
}

function chosenOf(names: readonly string[]): Service[] {
  const unknown = names.find((name) => name !== 'all' && !services.some((service) => service === name));
  if (unknown || names.length === 0) {
    throw new Error(`${unknown ? `no service ${unknown}` : 'no service named'}: all, or ${services.join(', ')}`);
  }
  return services.filter((service) => names.includes('all') || names.includes(service));
}

/** What holds the data and no service: nothing moves while it is looked at. */
function startData(folder: string, firstPort: number, bus: 'auto' | Stack['bus']): Promise<Stack> {
  const still = { clock: 'virtual', demo: false, quiet: true, logLevel: 'warn', services: [] } as const;
  return startStack({ folder, firstPort, bus, ...still });
}

function tell({ lines, complaints }: Rebuilt): number {
  process.stdout.write([...lines, ...complaints, ''].join('\n'));
  return complaints.length;
}
