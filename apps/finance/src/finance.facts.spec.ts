import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import * as events from '@xibu/domain/finance/events';
import { sampleOf } from '@xibu/platform/testing-samples';

const types = Object.entries(events).map(([name, definition]) => [name, definition] as const);
const source = fileURLToPath(new URL('.', import.meta.url));
const specs = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.spec.ts') && !path.startsWith('finance.facts'))
  .map((path) => readFileSync(`${source}${path}`, 'utf8'));

test.each(types)('%s has a golden sample, and a spec in which its producer makes that shape', (name, definition) => {
  expect(Object.keys(sampleOf(definition as Parameters<typeof sampleOf>[0]) as object).length).toBeGreaterThan(0);
  expect(specs.some((text) => text.includes(`expectShape(sampleOf(${name})`))).toBe(true);
});

/** What the reactions of finance listen to, read off their own decorators. */
const heard = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|\/)when-[a-z-]+\.ts$/.test(path))
  .flatMap((path) =>
    [...readFileSync(`${source}${path}`, 'utf8').matchAll(/@On\((\w+)\)/g)].map(([, name]) => [name ?? '', path]),
  );

test('finance listens to something', () => {
  expect(heard.length).toBeGreaterThan(10);
});

test.each(heard)('%s is fed as its golden sample to a spec of %s', (name, path) => {
  const subject = path.split('/').at(-1)?.replace('.ts', '.js') ?? '';
  const own = specs.filter((text) => text.includes(subject));
  expect(own.some((text) => text.includes(`sampleOf(${name})`))).toBe(true);
});
