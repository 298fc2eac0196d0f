import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { TableFault } from '@xibu/documents/strict-tables';
import { readHeader, writeHeader } from './round-json.js';

const published = readFileSync(new URL('../../samples/04/round.json', import.meta.url), 'utf8');

test('round.json is written back with the same bytes', () => {
  expect(writeHeader(readHeader(Buffer.from(published))).toString()).toBe(published);
});

test('the names of season, round and rulebook may be Chinese', () => {
  const header = { ...readHeader(Buffer.from(published)), season: '2023-2024年度', round: '第一轮 "补录"' };
  expect(readHeader(writeHeader(header))).toMatchObject(header);
});

const notHex = 'must be 64 hexadecimal digits in lower case';

test.each<[string, string | RegExp, string, string]>([
  ['an input digest in capitals', '"e7bd', '"E7bd', `8 inputDigest: ${notHex}`],
  ['an empty input digest', /"inputDigest": ".*"/, '"inputDigest": ""', `8 inputDigest: ${notHex}`],
  ['half a result digest', /"resultDigest": ".*"/, '"resultDigest": "b8ca"', `9 resultDigest: ${notHex}`],
  ['an empty commitment', /"seedCommitment": ".*"/, '"seedCommitment": ""', `6 seedCommitment: ${notHex}`],
  ['another format', 'round/1', 'round/2', '2 format: must be xibu-round/1'],
  ['a missing key', / {2}"round": .*\n/, '', '1 round: must be a text'],
  ['a number for a text', '"2023-2024"', '2023', '3 season: must be a text'],
  [
    'a key too many',
    '  "season"',
    '  "by": "me",\n  "season"',
    '3 season: must read "  \\"season\\": \\"2023-2024\\","',
  ],
  [
    'a key twice',
    '  "seed":',
    '  "seed": "",\n  "seed":',
    '7 seed: must read "  \\"seed\\": \\"2b8237d682fd40329832175d461fc2d7\\","',
  ],
  [
    'keys in another order',
    /( {2}"round".*\n)( {2}"rulebook".*\n)/,
    '$2$1',
    '4 round: must read "  \\"round\\": \\"oracle\\","',
  ],
  ['other spaces', '"season": ', '"season":', '3 season: must read "  \\"season\\": \\"2023-2024\\","'],
  ['no line feed at the end', /\n$/, '', '10 : does not end with a line feed'],
  ['something that is not JSON', '"season": ', '"season" ', '3 : is not JSON'],
  ['a list', /^[^]*$/, '[]\n', '1 : must be a JSON object'],
])('round.json with %s is refused with line and key', (_, from, to, complaint) => {
  const [, line, column, reason] = /^(\d+) (\w*): (.*)$/.exec(complaint) ?? [];
  expect(() => readHeader(Buffer.from(published.replace(from, to)))).toThrow(
    expect.objectContaining({ name: TableFault.name, file: 'round.json', line: Number(line), column, reason }),
  );
});

test('round.json that is not UTF-8 is refused', () => {
  const bytes = Buffer.from(published.replace('oracle', '\u00e9'), 'latin1');
  expect(() => readHeader(bytes)).toThrow('round.json: is not UTF-8');
});
