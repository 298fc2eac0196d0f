// Everything that must be there before compiled code can run: packages installed, workspaces built. Plain Node only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `xibu 需要 Node 20.19 或更高版本，当前为 ${process.versions.node}\nxibu needs Node 20.19 or later; this is ${process.versions.node}`,
  );
  process.exit(1);
}

/** Runs a command in the root of the clone; ends this process with its code when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...options.env },
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs from the committed lock, when something is missing or the lock has changed since. */
export function install() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs - 1000;
  if (fresh || (existsSync(installed) && sameLock(lock, installed))) return;
  console.log('安装依赖 · installing packages …');
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** A clone made anew has a younger lock file, though nothing in it differs from what is installed. */
function sameLock(lock, installed) {
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, entry]) =>
      name === '' || !entry.version || entry.optional || entry.link || present[name]?.version === entry.version,
  );
}

/** Builds the workspaces named, or all of them; unchanged ones come from turbo's cache. */
export function build(...filters) {
  const chosen = filters.flatMap((name) => ['--filter', name]);
  run('npx', ['turbo', 'run', 'build', '--output-logs=errors-only', ...chosen]);
}
