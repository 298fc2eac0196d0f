import { TableFault } from '@xibu/documents';
import { isMonth, type Month } from '@xibu/domain';
import { type RunManifest, runFormat } from './run-folder.js';
import type { RunSettings } from './run-inputs.js';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const digest = /^[0-9a-f]{64}$/;

interface ReadManifest {
  readonly manifest: RunManifest;
  readonly settings: RunSettings;
  /** The line on which a key stands, for faults found later. */
  readonly lineOf: (key: keyof RunManifest) => number;
}

export function manifestBytes(settings: RunSettings, inputDigest: string, resultDigest: string): Buffer {
  const { month, since, required, insuranceDay, employerSource } = settings;
  const manifest: RunManifest = {
    format: runFormat,
    month,
    since,
    required,
    insuranceDay,
    employerSource,
    inputDigest,
    resultDigest,
  };
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8');
}

/** Reads `run.json`, whose bytes must be those that {@link manifestBytes} writes. Throws a TableFault. */
export function readManifest(bytes: Uint8Array): ReadManifest {
  const text = textOf(bytes);
  const lines = text.split('\n');
  const lineOf = (key: string): number => lines.findIndex((line) => line.startsWith(`  "${key}":`)) + 1;
  const fault = (key: string, reason: string) => new TableFault('run.json', lineOf(key), key, reason);
  const value = parse(text);
  const given = (key: keyof RunManifest): unknown => value[key];
  if (given('format') !== runFormat) throw fault('format', `must be "${runFormat}"`);
  const monthAt = (key: 'month' | 'since'): Month => {
    const month = given(key);
    if (typeof month !== 'string' || !isMonth(month)) throw fault(key, 'is not a month');
    return month;
  };
  const month = monthAt('month');
  const since = monthAt('since');
  if (since > month) throw fault('since', 'is after the month of the run');
  const required = given('required');
  if (!Array.isArray(required) || !required.every(isId)) throw fault('required', 'is not a list of components');
  const insuranceDay = given('insuranceDay');
  if (typeof insuranceDay !== 'number' || !Number.isInteger(insuranceDay) || insuranceDay < 1 || insuranceDay > 31) {
    throw fault('insuranceDay', 'is not a day of a month');
  }
  const employerSource = given('employerSource');
  if (!isId(employerSource)) throw fault('employerSource', 'is not an id');
  const inputDigest = given('inputDigest');
  if (typeof inputDigest !== 'string' || !digest.test(inputDigest)) throw fault('inputDigest', 'is not a digest');
  const resultDigest = given('resultDigest');
  if (typeof resultDigest !== 'string' || !(resultDigest === '' || digest.test(resultDigest))) {
    throw fault('resultDigest', 'is neither empty nor a digest');
  }
  const settings = { month, since, required, insuranceDay, employerSource };
  mustBeCanonical(lines, manifestBytes(settings, inputDigest, resultDigest).toString('utf8').split('\n'));
  return { manifest: { format: runFormat, ...settings, inputDigest, resultDigest }, settings, lineOf };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_:*-]{1,40}$/.test(value);
}

function mustBeCanonical(lines: readonly string[], expected: readonly string[]): void {
  const longer = Math.max(lines.length, expected.length);
  for (let index = 0; index < longer; index += 1) {
    if (lines[index] === expected[index]) continue;
    const key = /^ {2}"(\w+)":/.exec(lines[index] ?? '')?.[1] ?? '';
    throw new TableFault('run.json', index + 1, key, 'is not written as the format writes it');
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new TableFault('run.json', 0, '', 'is not UTF-8');
  }
}

function parse(text: string): Partial<Record<keyof RunManifest, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TableFault('run.json', 0, '', `is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TableFault('run.json', 1, '', 'is not an object');
  }
  return value;
}
