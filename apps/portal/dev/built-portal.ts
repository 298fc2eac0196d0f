import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const portal = join(import.meta.dirname, '..');

/**
 * What a build depends on, the domain and its words too: a build of the same files is used again, by the other specs of
 * a run and by the next run.
 */
function fingerprint(): string {
  const hash = createHash('sha256');
  const read = (path: string) => hash.update(path).update(readFileSync(join(portal, path)));
  for (const file of ['index.html', 'vite.config.ts', 'package.json']) read(file);
  for (const folder of ['src', 'dev', 'public', '../../packages/domain/dist']) {
    const files = readdirSync(join(portal, folder), { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    for (const path of paths.sort()) if (!path.includes('.spec.')) read(relative(portal, path));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Builds the portal with the gallery of patterns into a temporary folder, once for the same files. */
export async function builtPortal(): Promise<string> {
  const target = join(tmpdir(), `xibu-portal-${fingerprint()}`);
  if (existsSync(join(target, 'index.html'))) return target;
  mkdirSync(tmpdir(), { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'xibu-portal-build-'));
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const options = ['build', '--mode', 'gallery', '--outDir', work, '--emptyOutDir', '--logLevel', 'warn'];
  // Under a test runner NODE_ENV says so, and React would be built for development.
  await promisify(execFile)('env', ['NODE_ENV=production', process.execPath, vite, ...options], { cwd: portal });
  // Two specs may build at once; the second finds the work of the first and drops its own.
  if (existsSync(target)) rmSync(work, { recursive: true });
  else renameSync(work, target);
  return target;
}
