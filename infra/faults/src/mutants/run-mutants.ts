import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '@xibu/local/stack';
import { type Mutant, mutants } from './mutants.js';

interface Verdict {
  readonly mutant: Mutant;
  readonly caught: boolean;
  /** The first test that noticed. */
  readonly by: string;
  readonly seconds: number;
}

/** `npm run mutants`: each fault is put into a copy, and its spec must fail there; the exit code is 1 when one does not. */
export async function main(given: readonly string[]): Promise<void> {
  const chosen = mutants.filter(({ name }) => given.length === 0 || given.some((part) => name.includes(part)));
  const verdicts: Verdict[] = [];
  for (const mutant of chosen) {
    const verdict = await judge(mutant);
    verdicts.push(verdict);
    console.log(
      `${verdict.caught ? '✓ caught  ' : '✗ SURVIVED'} ${mutant.name} — ${verdict.by} (${verdict.seconds} s)`,
    );
  }
  const survivors = verdicts.filter(({ caught }) => !caught).length;
  if (given.length === 0) writeFileSync(join(root, 'infra', 'docs', 'operations', 'mutants.md'), pageOf(verdicts));
  console.log(`${verdicts.length - survivors} of ${verdicts.length} mutants caught`);
  process.exit(survivors === 0 ? 0 : 1);
}

/** Specs that passed in a copy without a fault; whatever fails there would seem to notice everything. */
const sound = new Set<string>();

async function judge(mutant: Mutant): Promise<Verdict> {
  const began = performance.now();
  const place = `${mutant.file.split('/').slice(0, 2).join('/')} ${mutant.spec}`;
  if (!sound.has(place)) {
    const by = await noticedBy(mutant, (code) => code);
    if (by) throw new Error(`${place} fails in a copy without any fault: ${by}`);
    sound.add(place);
  }
  const by = await noticedBy(mutant, (code) => {
    const places = code.split(mutant.find).length - 1;
    if (places !== 1) throw new Error(`${mutant.file}: what "${mutant.name}" replaces stands there ${places} times`);
    return code.replace(mutant.find, () => mutant.replace);
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  return { mutant, caught: by !== null, by: by ?? mutant.spec, seconds };
}

/** The first test of the spec that fails in a copy with this change; null when all pass. */
async function noticedBy({ file, spec }: Mutant, change: (code: string) => string): Promise<string | null> {
  const [area = '', name = ''] = file.split('/');
  const copy = mkdtempSync(join(tmpdir(), 'xibu-mutant-'));
  try {
    copyWorkspace(copy, area, name);
    writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')));
    const said = await runSpec(join(copy, area, name), spec);
    if (!/^Tests:/m.test(said)) throw new Error(`${spec} of ${name} ran no test:\n${said.slice(-2_000)}`);
    return said.match(/✕ (.+?)(?: \(\d+ m?s\))?$/m)?.[1] ?? null;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The workspace itself, compiled code for its threads among it, and everything else as it is. */
function copyWorkspace(copy: string, area: string, name: string): void {
  mkdirSync(join(copy, area));
  cpSync(join(root, area, name), join(copy, area, name), {
    recursive: true,
    filter: (path) => !['node_modules', '.turbo', '.cache'].includes(basename(path)),
  });
  for (const other of ['node_modules', 'infra', 'package.json', 'tsconfig.base.json']) {
    symlinkSync(join(root, other), join(copy, other));
  }
  const packages = join(copy, 'packages');
  if (area !== 'packages') symlinkSync(join(root, 'packages'), packages);
  else symlinkSync(join(root, 'packages', 'testing'), join(packages, 'testing'));
}

/** What jest says. It ends though a fault keeps something open. */
function runSpec(workspace: string, spec: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const config = join(root, 'packages', 'testing', 'jest.config.mjs');
    const child = spawn(
      process.execPath,
      ['--experimental-vm-modules', jest, '-c', config, '--rootDir', '.', '--forceExit', '--verbose', `${spec}`],
      { cwd: workspace, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });
}

function pageOf(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(
    ({ mutant, caught, by }) => `| ${mutant.name} | \`${mutant.file}\` | ${caught ? '' : '**survived** '}${by} |`,
  );
  return `# Faults put in on purpose\nMade by \`npm run mutants\`: each is put into a copy of our code, and the test named here notices it.\n\n| what goes wrong | where | noticed by |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
