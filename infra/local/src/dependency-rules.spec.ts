import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

/** A tree in which each rule is broken once, by the file named. */
const broken: Record<string, readonly [file: string, text: string]> = {
  'no-app-imports-an-app': ['apps/finance/src/a.ts', `import '../../placement/src/plain.js';`],
  'domain-is-pure': ['packages/domain/src/b.ts', `import 'node:fs';`],
  'own-language-or-events': ['apps/finance/src/c.ts', `import '../../../packages/domain/src/placement/api.js';`],
  'rules-are-pure': ['apps/finance/src/x/d.rules.ts', `import '../../../../packages/platform/src/p.js';`],
  'rules-touch-no-way-in-or-out': ['apps/finance/src/x/e.rules.ts', `import './e.table.js';`],
  'entries-touch-no-tables': ['apps/finance/src/x/f.controller.ts', `import './e.table.js';`],
  'kafkajs-in-messaging-only': ['apps/finance/src/g.ts', `import 'kafkajs';`],
  'typeorm-in-tables-only': ['apps/finance/src/h.ts', `import 'typeorm';`],
  'no-circles': ['apps/finance/src/i.ts', `import './j.js';`],
  'nothing-unresolved': ['apps/finance/src/k.ts', `import './not-there.js';`],
};
const around: readonly (readonly [string, string])[] = [
  ['apps/placement/src/plain.ts', 'export const plain = 1;'],
  ['packages/domain/src/placement/api.ts', 'export const api = 1;'],
  ['packages/platform/src/p.ts', 'export const p = 1;'],
  ['apps/finance/src/x/e.table.ts', 'export const table = 1;'],
  ['apps/finance/src/j.ts', `import './i.js';`],
  ['node_modules/kafkajs/index.js', 'export default 1;'],
  ['node_modules/kafkajs/package.json', '{"name":"kafkajs","type":"module","exports":"./index.js"}'],
  ['node_modules/typeorm/index.js', 'export default 1;'],
  ['node_modules/typeorm/package.json', '{"name":"typeorm","type":"module","exports":"./index.js"}'],
  ['package.json', '{"type":"module"}'],
];

let folder: string;
let found: { from: string; rule: { name: string } }[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xibu-rules-'));
  for (const [file, text] of [...around, ...Object.values(broken)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const options = [
    '--config',
    join(root, 'infra/local/dependency-rules.mjs'),
    '--output-type',
    'json',
    'apps',
    'packages',
  ];
  const { stdout } = spawnSync(bin('depcruise'), options, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
  found = (JSON.parse(stdout) as { summary: { violations: typeof found } }).summary.violations;
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(broken))('%s is seen when it is broken', (rule, [file]) => {
  expect(found.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
});

test('every rule is broken by this spec', async () => {
  const { default: rules } = (await import(join(root, 'infra/local/dependency-rules.mjs'))) as {
    default: { forbidden: { name: string }[] };
  };
  expect(rules.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(broken).sort());
});

/** What the linter must see; each text breaks just the rule named. */
const unclean: readonly (readonly [rule: string, text: string])[] = [
  ['no-restricted-syntax', 'export const now = new Date();'],
  ['no-restricted-syntax', 'export const now = Date.now();'],
  ['no-restricted-syntax', 'export const chance = Math.random();'],
  ['no-restricted-syntax', `export const home = process.env['HOME'];`],
  ['no-restricted-syntax', 'export const all = (tx: { save(...given: unknown[]): void }) => tx.save(1, []);'],
  ['no-restricted-syntax', 'export const one = (db: { save(t: number): void }, ATable = 1) => db.save(ATable);'],
  ['@typescript-eslint/no-explicit-any', 'export const anything: any = 1;'],
  ['@typescript-eslint/no-floating-promises', 'async function f(): Promise<void> {}\nf();\nexport {};'],
  ['no-empty', 'export function f(): void { try { f(); } catch {} }'],
  ['max-lines', `export const a = [\n${'  1,\n'.repeat(320)}];`],
  ['max-lines-per-function', `export function f(): number[] {\n  return [\n${'    1,\n'.repeat(70)}  ];\n}`],
];

/** Lints texts as if they stood in a service; one process for all of them. */
const lintTexts = `
  import { ESLint } from 'eslint';
  const texts = JSON.parse(process.argv[1]);
  const file = 'apps/recruitment/src/unclean.ts';
  const service = { projectService: { allowDefaultProject: [file] } };
  const eslint = new ESLint({ overrideConfigFile: 'infra/local/eslint.config.mjs', overrideConfig: { languageOptions: { parserOptions: service } } });
  const found = [];
  for (const text of texts) found.push((await eslint.lintText(text, { filePath: file }))[0].messages.map(({ ruleId }) => ruleId));
  console.log(JSON.stringify(found));
`;

test('the linter reports each of its rules when it is broken', () => {
  const given = JSON.stringify(unclean.map(([, text]) => text));
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', lintTexts, given], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const found = JSON.parse(stdout) as string[][];
  expect(unclean.map(([rule], index) => [rule, found[index]?.includes(rule)])).toEqual(
    unclean.map(([rule]) => [rule, true]),
  );
});

test('no file stands in a folder that says nothing', () => {
  const files = execFileSync('git', ['ls-files', 'apps', 'packages', 'infra'], { cwd: root, encoding: 'utf8' }).split(
    '\n',
  );
  expect(files.filter((file) => /(^|\/)(common|utils?|helpers?|shared|core|lib|misc)\//.test(file))).toEqual([]);
});
