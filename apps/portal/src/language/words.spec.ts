import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const source = join(import.meta.dirname, '..');
const han = /\p{Script=Han}/u;

/** Attributes that people read or hear. */
const spoken = new Set(['title', 'alt', 'placeholder', 'label', 'hint', 'aria-label', 'caption', 'question']);

/** Words that stand in a component instead of in a table of texts. */
function freeWords(file: string, content: string): string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const { text } = node.initializer;
      if (spoken.has(node.name.getText()) && /\p{L}/u.test(text)) found.push(text);
    }
    if ((ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) && han.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Tables of texts, and the one module whose work is to write dates in two languages. */
function mayHoldWords(file: string): boolean {
  return /\.text\.ts$|\.spec\.tsx?$|ui\/legal-dates\.ts$/.test(file);
}

test('every word on a page comes out of a table of texts', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const found = files
    .filter((file) => !mayHoldWords(file))
    .flatMap((file) => freeWords(file, readFileSync(join(source, file), 'utf8')).map((words) => `${file}: ${words}`));
  expect(found).toEqual([]);
});

test.each([
  ['<p>Hello</p>', 'Hello'],
  ['<p>你好</p>', '你好'],
  ['<input placeholder="Name" />', 'Name'],
  ['<b>{"姓名"}</b>', '姓名'],
  ['<b>{`共 ${n} 条`}</b>', '共 '],
])('the scan finds the words of %s', (content, words) => {
  expect(freeWords('page.tsx', `const page = ${content};`)).toContain(words);
});

/** Compiles one more module beside texts.ts, in memory. */
function complaintsOf(content: string): string[] {
  const file = join(import.meta.dirname, 'page.text.ts');
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022 },
    ...{ module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, content, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const start = `import { texts } from './texts.js';\nexport const t = texts({ a: '甲', b: (n: number) => \`\${n} 个\` }, `;

test.each([
  ['a missing word', `{ b: (n) => \`\${n}\` });`],
  ['a missing sentence with values', `{ a: 'A' });`],
  ['a word that Chinese has not', `{ a: 'A', b: (n) => \`\${n}\`, c: 'C' });`],
  ['a sentence with another value', `{ a: 'A', b: (n: string) => n });`],
  ['a sentence where a word stands', `{ a: () => 'A', b: (n) => \`\${n}\` });`],
])('%s does not compile, so that it does not build', (_, english) => {
  expect(complaintsOf(start + english).length).toBeGreaterThan(0);
});

test('a complete table compiles', () => {
  expect(complaintsOf(`${start}{ a: 'A', b: (n) => \`\${n} pieces\` });`)).toEqual([]);
});
