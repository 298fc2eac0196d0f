import { TableFault } from '@xibu/documents/strict-tables';
import { commitmentOf } from './lottery.js';

export const roundFormat = 'xibu-round/1';

/** `round.json`, its keys in the order in which they are written. */
export interface RoundHeader {
  readonly season: string;
  readonly round: string;
  readonly rulebook: string;
  /** SHA-256 of the seed, published before the freeze. */
  readonly seedCommitment: string;
  /** Empty until it is revealed. */
  readonly seed: string;
  readonly inputDigest: string;
  /** Empty before the run. */
  readonly resultDigest: string;
}

const file = 'round.json';
const keys = ['season', 'round', 'rulebook', 'seedCommitment', 'seed', 'inputDigest', 'resultDigest'] as const;
const allKeys = ['format', ...keys];

export function writeHeader(header: RoundHeader): Buffer {
  const { season, round, rulebook, seedCommitment, seed, inputDigest, resultDigest } = header;
  const value = { format: roundFormat, season, round, rulebook, seedCommitment, seed, inputDigest, resultDigest };
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}

/** Reads `round.json` and refuses any other bytes than those that {@link writeHeader} would write. */
export function readHeader(bytes: Uint8Array): RoundHeader {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) throw new TableFault(file, 0, '', 'is not UTF-8');
  const value = parse(text);
  for (const key of allKeys) if (typeof value[key] !== 'string') throw fault(text, key, 'must be a text');
  if (value.format !== roundFormat) throw fault(text, 'format', `must be ${roundFormat}`);
  const header = value as unknown as RoundHeader;
  for (const [key, mayBeEmpty] of [
    ['seedCommitment', false],
    ['inputDigest', false],
    ['resultDigest', true],
  ] as const) {
    if (mayBeEmpty && header[key] === '') continue;
    if (!/^[0-9a-f]{64}$/.test(header[key])) throw fault(text, key, 'must be 64 hexadecimal digits in lower case');
  }
  const written = writeHeader(header);
  if (!written.equals(bytes)) throw differs(text, written.toString('utf8'));
  return header;
}

/** Refuses a seed that is not revealed, or that is not the one committed to. */
export function requireSeed(header: RoundHeader): void {
  const text = writeHeader(header).toString('utf8');
  if (header.seed === '') throw fault(text, 'seed', 'is not revealed');
  if (commitmentOf(header.seed) !== header.seedCommitment) {
    throw fault(text, 'seed', 'is not the seed of the commitment: its SHA-256 is another');
  }
}

/** Refuses input tables whose digest is not the published one. */
export function requireInputDigest(header: RoundHeader, found: string): void {
  if (header.inputDigest === found) return;
  const text = writeHeader(header).toString('utf8');
  throw fault(text, 'inputDigest', `is not the digest of the input files, which is ${found}`);
}

function parse(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    throw new TableFault(file, text.slice(0, position).split('\n').length, '', 'is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TableFault(file, 1, '', 'must be a JSON object');
  }
  return { ...value };
}

function fault(text: string, key: string, reason: string): TableFault {
  const line = text.split('\n').findIndex((each) => each.trimStart().startsWith(`"${key}"`));
  return new TableFault(file, line < 0 ? 1 : line + 1, key, reason);
}

/** The first line that is not as it would be written: another order of keys, other spaces, a key too many. */
function differs(found: string, written: string): TableFault {
  const [lines, expected] = [found.split('\n'), written.split('\n')];
  if (`${found}\n` === written) return new TableFault(file, lines.length, '', 'does not end with a line feed');
  const at = lines.findIndex((line, index) => line !== expected[index]);
  const line = at < 0 ? lines.length : at;
  return new TableFault(file, line + 1, allKeys[line - 1] ?? '', `must read ${JSON.stringify(expected[line] ?? '')}`);
}
