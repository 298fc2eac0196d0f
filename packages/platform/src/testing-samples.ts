import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../domain/samples/', import.meta.url);

/** The golden sample of a fact: what its producer must make and every consumer must accept. */
export function sampleOf<Data>(definition: { readonly type: string; (key: string, data: Data): unknown }): Data {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`${definition.type}.json`, folder)), 'utf8')) as Data;
}

/** Says where `value` differs from `sample` in its fields and JSON types; values themselves may differ. */
export function differencesInShape(sample: unknown, value: unknown, path = ''): string[] {
  const [wanted, given] = [kindOf(sample), kindOf(value)];
  if (wanted !== given) return wanted === 'null' || given === 'null' ? [] : [`${path || '/'}: ${given}, not ${wanted}`];
  if (wanted === 'array') {
    const [first] = sample as unknown[];
    return first === undefined
      ? []
      : (value as unknown[]).flatMap((item, index) => differencesInShape(first, item, `${path}/${index}`));
  }
  if (wanted !== 'object') return [];
  const [fields, got] = [sample as Record<string, unknown>, value as Record<string, unknown>];
  return [
    ...Object.keys(fields)
      .filter((name) => !(name in got))
      .map((name) => `${path}/${name}: missing`),
    ...Object.keys(got)
      .filter((name) => !(name in fields))
      .map((name) => `${path}/${name}: not in the sample`),
    ...Object.keys(fields)
      .filter((name) => name in got)
      .flatMap((name) => differencesInShape(fields[name], got[name], `${path}/${name}`)),
  ];
}

/** Throws unless the fact has the shape of its golden sample. */
export function expectShape(sample: unknown, value: unknown): void {
  const differences = differencesInShape(sample, JSON.parse(JSON.stringify(value)));
  if (differences.length > 0) throw new Error(`not the shape of the sample:\n${differences.join('\n')}`);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
