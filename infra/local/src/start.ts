import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { say } from './output.js';
import { startProcess } from './processes.js';
import { root, type Stack, startStack } from './stack.js';

const people = 300;

/** `npm start`: the whole system, with a small season played up to mid-year on its first start. */
export async function main(given: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...given],
    options: {
      fresh: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      port: { type: 'string', default: '4000' },
      bus: { type: 'string', default: 'auto' },
      data: { type: 'string', default: join(root, '.data') },
    },
  });
  if (values.fresh) rmSync(values.data, { recursive: true, force: true });
  const began = Date.now();
  const stack = await startStack({
    ...{
      folder: values.data,
      firstPort: Number(values.port),
      clock: 'virtual',
      demo: true,
      quiet: false,
      logLevel: 'warn',
    },
    bus: values.bus as 'auto' | 'kafka' | 'embedded',
  });
  stopOnSignal(stack);
  say('xibu', `ready after ${Math.round((Date.now() - began) / 1000)} s: ${stack.url}`);
  const played = join(values.data, 'season.json');
  if (!values.empty && !existsSync(played)) await play(stack, played);
  else if (existsSync(played) && !readMark(played).complete) {
    say('season', 'an earlier start was stopped while the season was played; npm start -- --fresh plays it anew');
  }
  announce(stack, played);
}

/** Drives the first half of a season through the public API, while the portal can already be used. */
async function play(stack: Stack, mark: string): Promise<void> {
  say(
    'xibu',
    `the portal is open already; playing a small season (${people} people) so that every page has something to show`,
  );
  const entry = join(root, 'apps', 'end-to-end', 'dist', 'season', 'main.js');
  const options = ['--url', stack.url, '--applicants', String(people), '--until', 'mid-year', '--seed', 'demo'];
  const code = await new Promise<number | null>((resolve) => {
    const variables = { XIBU_BOOTSTRAP_KEY: stack.secrets.bootstrapKey };
    const season = startProcess('season', entry, variables, {
      quiet: false,
      onEnd: resolve,
      flags: ['--enable-source-maps'],
      arguments: [...options, '--accounts', mark],
    });
    process.once('exit', () => season.child.kill());
  });
  if (code !== 0) say('season', `ended with code ${code}: the system is up, its pages show what was played so far`);
}

function announce(stack: Stack, mark: string): void {
  const accounts = existsSync(mark) ? readMark(mark).accounts : [];
  const lines = accounts.map(
    ({ name, password, role, officeName }) =>
      `  ${name.padEnd(28)} ${password.padEnd(16)} ${role.padEnd(24)} ${officeName ?? ''}`,
  );
  const text = [
    '',
    `西部计划 xibu   ${stack.url}`,
    `邮件 mail       ${stack.mailUrl}`,
    '',
    '演示账号 demo accounts',
    ...lines,
    '',
    'Ctrl-C 停止 stops everything',
    '',
  ];
  process.stdout.write(`${text.join('\n')}\n`);
}

/** What the season leaves behind: its demonstration accounts, and whether it came to its end. */
function readMark(file: string): { readonly accounts: readonly Account[]; readonly complete: boolean } {
  return JSON.parse(readFileSync(file, 'utf8')) as { accounts: Account[]; complete: boolean };
}

interface Account {
  readonly name: string;
  readonly password: string;
  readonly role: string;
  readonly officeName: string | null;
}

function stopOnSignal(stack: Stack): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      say('xibu', 'stopping');
      void stack.stop().then(() => process.exit(0));
    });
  }
}
