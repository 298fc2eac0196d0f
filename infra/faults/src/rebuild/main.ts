import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Rebuilt, rebuildAndCompare } from '@xibu/local/rebuild';
import { root, type Service, type Stack, services } from '@xibu/local/stack';
import { openData } from '@xibu/local/standing';

/**
 * `npm run rebuild -- <service>|all [--data folder] [--bus kafka|embedded] [--port N]`: makes the copies of services
 * anew from the topics and compares. The exit code is 1 when anything differs. The port is that of the server for the
 * data of a system that does not run.
 */
export async function main(given: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: join(root, '.data') },
      port: { type: 'string', default: '4090' },
      bus: { type: 'string', default: 'auto' },
    },
  });
  const chosen = chosenOf(positionals);
  const data = await openData(values.data, Number(values.port), values.bus as 'auto' | Stack['bus']);
  let complaints = 0;
  try {
    for (const service of chosen) complaints += tell(await rebuildAndCompare(data, service));
  } finally {
    await data.close();
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

function tell({ lines, complaints }: Rebuilt): number {
  process.stdout.write([...lines, ...complaints, ''].join('\n'));
  return complaints.length;
}
