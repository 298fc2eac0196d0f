import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readConfig } from '@xibu/platform';
import { parse } from 'yaml';
import { root, services } from './stack.js';

interface Compose {
  readonly services: Record<
    string,
    { environment?: Record<string, string | number>; image?: string; command?: string[] }
  >;
}

const compose = parse(readFileSync(join(root, 'infra/compose/compose.yaml'), 'utf8'), { merge: true }) as Compose;
const example = readFileSync(join(root, 'infra/compose/example.env'), 'utf8');
const jwk = JSON.stringify(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }));
const filled: Record<string, string> = {
  XIBU_FIELD_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
  XIBU_PUBLIC_URL: 'http://localhost:4000',
};

function variablesOf(name: string): Record<string, string> {
  const given = Object.entries(compose.services[name]?.environment ?? {});
  return Object.fromEntries(
    given.map(([key, value]) => [
      key,
      String(value).replace(
        /\$\{(\w+)\}/g,
        (_, variable: string) =>
          filled[variable] ?? (/KEY$/.test(variable) && /TOKEN|DOCUMENT/.test(variable) ? jwk : 'a'.repeat(40)),
      ),
    ]),
  );
}

test.each(services)('the container of %s is told just what its configuration asks for', async (name) => {
  const loaded = (await import(join(root, 'apps', name, 'dist', `${name}.service.js`))) as Record<
    string,
    { config: new () => object }
  >;
  const definition = loaded[name];
  if (!definition) throw new Error(`no service ${name}`);
  expect(() => readConfig(definition.config, variablesOf(name))).not.toThrow();
});

test('every variable that the file asks for stands in the example', () => {
  const asked = [...readFileSync(join(root, 'infra/compose/compose.yaml'), 'utf8').matchAll(/\$\{(\w+)\}/g)].map(
    ([, name]) => name,
  );
  expect([...new Set(asked)].filter((name) => !example.includes(`${name}=`))).toEqual([]);
});

test('every service is started, measured, and reached by the gateway', () => {
  const measured = readFileSync(join(root, 'infra/compose/prometheus.yaml'), 'utf8');
  for (const name of services) {
    expect(compose.services[name]?.command?.join(' ')).toContain(`apps/${name}/dist/main.js`);
    const port = compose.services[name]?.environment?.['XIBU_PORT'];
    expect(measured).toContain(`${name}:${port}`);
    expect(compose.services['gateway']?.environment?.[`XIBU_${name.toUpperCase()}_URL`]).toBe(`http://${name}:${port}`);
  }
});

interface Alerts {
  readonly groups: readonly {
    readonly rules: readonly { alert: string; expr: string; annotations: { page: string } }[];
  }[];
}

test('every alert asks for a figure that some service shows, and names a page that is there', () => {
  const alerts = parse(readFileSync(join(root, 'infra/compose/alerts.yaml'), 'utf8')) as Alerts;
  const shown = ['metrics.ts', 'clock-watch.ts']
    .map((file) => readFileSync(join(root, 'packages/platform/src', file), 'utf8'))
    .join('\n');
  const rules = alerts.groups.flatMap(({ rules }) => rules);
  expect(rules.length).toBeGreaterThan(5);
  for (const { expr, annotations } of rules) {
    const figures = [...expr.matchAll(/\b(xibu|http)_\w+/g)].map(([name]) => name.replace(/_(count|bucket)$/, ''));
    for (const name of figures) expect(shown).toContain(`name: '${name}'`);
    expect(existsSync(join(root, 'infra/docs/operations', annotations.page))).toBe(true);
  }
});
