import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const workspace = (name: string, tags: string[], dependencies: object = {}) => ({
  'package.json': JSON.stringify({ name: `@broken/${name}`, version: '1.0.0', type: 'module', dependencies }),
  'turbo.json': JSON.stringify({ extends: ['//'], tags }),
});

/** Two apps in which every boundary is crossed once, under the very rules of this project. */
const tree: Record<string, Record<string, string>> = {
  '.': {
    'package.json': '{"name":"broken","private":true,"packageManager":"npm@11.19.1","workspaces":["apps/*"]}',
    'package-lock.json':
      '{"name":"broken","lockfileVersion":3,"packages":{"":{"name":"broken","workspaces":["apps/*"]}}}',
    'turbo.json': readFileSync(join(root, 'turbo.json'), 'utf8').replace(/"\$schema": "[^"]*",/, ''),
  },
  'apps/a': {
    ...workspace('a', ['app'], { '@broken/b': '*' }),
    'src/a.ts': `import '@broken/b';\nimport '../../b/src/b.js';\nimport 'undeclared';\n`,
  },
  'apps/b': { ...workspace('b', ['app']), 'src/b.ts': 'export const b = 1;\n' },
};

let folder: string;
let report: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xibu-boundaries-'));
  for (const [place, files] of Object.entries(tree)) {
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, place, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  execFileSync('git', ['init', '-q'], { cwd: folder });
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/turbo'), ['boundaries'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  report = stdout + stderr;
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['an app that imports an app', /`@broken\/b` found with tag listed in denylist for `@broken\/a`/],
  ['an import that leaves its workspace by path', /import `\.\.\/\.\.\/b\/src\/b\.js` leaves the package/],
  ['a package that is not declared', /cannot import package `undeclared`/],
])('%s is reported', (_, sentence) => {
  expect(report).toMatch(sentence);
});
