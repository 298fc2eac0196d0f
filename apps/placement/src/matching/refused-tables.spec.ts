import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { TableFault } from '@xibu/documents/strict-tables';
import { readRound } from './freeze.js';
import { type InputFile, type InputFiles, inputFiles } from './round-files.js';

/** Sample 04: nodes r ⊃ r_0, r_1, r_2 …; posts p00000 to p00005 of s0, s1, s2; applicants a000000 to a000019. */
const read = (file: string) => readFileSync(new URL(`../../samples/04/${file}`, import.meta.url), 'utf8');

/** What is wrong, what is replaced by what, and the line, column and reason that must be named. */
type Spoilt = readonly [what: string, from: string | RegExp, to: string, complaint: string];

const notNumber = 'is not a number of digits only';
const notId = 'is not an id of 1 to 40 letters, digits, "_" or "-"';

const spoilt: Record<InputFile, readonly Spoilt[]> = {
  'nodes.csv': [
    ['an unknown parent', 'r_0,r,', 'r_0,x,', '3 parent_id: there is no node x'],
    ['a node that is its own parent', 'r,,', 'r,r,', '2 parent_id: node r is its own ancestor'],
    ['a cycle of nodes', 'r,,', 'r,r_1_0,', '2 parent_id: node r is its own ancestor'],
    ['a node twice', 'r_0_0,', 'r_0,', '4 node_id: r_0 is there twice'],
    ['nodes in the wrong order', /(r_0,.*\n)(r_0_0,.*\n)/, '$2$1', '4 node_id: r_0 must come before r_0_0'],
    ['an empty id', 'r_0,', ',', `3 node_id: ${notId}`],
    ['a negative maximum', 'r_0,r,0', 'r_0,r,-1', `3 max: ${notNumber}`],
    ['a leading zero', 'r_1,r,3', 'r_1,r,03', '5 max: has a leading zero'],
    ['another header', 'max', 'maximum', '1 : the header must be "node_id,parent_id,max" and end with a line feed'],
    ['a carriage return', 'r_1,r,3', 'r_1,r,3\r', `5 max: ${notNumber}`],
  ],
  'posts.csv': [
    ['an unknown node', 'r_1_0', 'r_9', '2 node_id: there is no node r_9'],
    ['a post twice', 'p00001', 'p00000', '3 post_id: p00000 is there twice'],
    ['posts in the wrong order', /(p00000,.*\n)(p00001,.*\n)/, '$2$1', '3 post_id: p00000 must come before p00001'],
    ['a capacity that is no number', ',1,1', ',one,1', `2 capacity: ${notNumber}`],
    ['a capacity beyond 2^53', ',1,1', ',9007199254740992,1', '2 capacity: is larger than 9007199254740991'],
    ['a flag that is neither 0 nor 1', ',1,1', ',1,2', '2 reassignable: must be 0 or 1'],
    ['a special with a space', ',s0,', ', s0,', `2 special: ${notId}`],
    ['an id of 41 letters', 'p00000', 'p'.repeat(41), `2 post_id: ${notId}`],
  ],
  'applicants.csv': [
    ['an applicant twice', 'a000001', 'a000000', '3 code: a000000 is there twice'],
    [
      'applicants in the wrong order',
      /(a000002,.*\n)(a000003,.*\n)/,
      '$2$1',
      '5 code: a000002 must come before a000003',
    ],
    ['a score with a fraction', '9000', '90.00', `2 score: ${notNumber}`],
    ['a missing field', ',9000', '', '2 : has 2 fields, not 3'],
    ['a field too many', ',9000', ',9000,1', '2 : has 4 fields, not 3'],
    ['an empty line', 'a000001', '\na000001', '3 : has 1 fields, not 3'],
    ['quotes', 'a000000', '"a000000"', `2 code: ${notId}`],
    ['letters beyond ASCII', 'a000000', '旗', `2 code: ${notId}`],
    ['no line feed at the end', /\n$/, '', '0 : the last line does not end with a line feed'],
    ['a byte order mark', 'code', '\uFEFFcode', '1 : starts with a byte order mark'],
  ],
  'preferences.csv': [
    ['an unknown applicant', 'a000000', 'a00', '2 code: there is no applicant a00'],
    ['an unknown applicant at the end', /$/, 'z,1,p00000,0\n', '40 code: there is no applicant z'],
    ['codes in the wrong order', 'a000001,1', 'Z,1', '6 code: Z must come before a000000'],
    ['ranks in the wrong order', /(a000000,2,.*\n)(a000000,3,.*\n)/, '$2$1', '3 rank: leaves a gap: rank 2 comes next'],
    ['a gap in the ranks', /a000000,2,.*\n/, '', '3 rank: leaves a gap: rank 2 comes next'],
    ['ranks that begin with 2', /a000000,1,.*\n/, '', '2 rank: leaves a gap: rank 1 comes next'],
    ['ranks that begin with 0', 'a000000,1', 'a000000,0', '2 rank: ranks begin with 1'],
    ['a rank twice', 'a000000,2', 'a000000,1', '3 rank: rank 1 is there twice'],
    ['a rank again', 'a000000,4', 'a000000,2', '5 rank: rank 2 must come earlier'],
    ['a rank with a leading zero', 'a000000,2', 'a000000,02', '3 rank: has a leading zero'],
    ['an unknown post', 'p00004', 'p0000', '2 post_id: there is no post p0000'],
    ['a post ranked twice', 'p00000', 'p00004', '3 post_id: a000000 ranks p00004 twice'],
    ['a class with a leading zero', 'p00004,0', 'p00004,00', '2 class: has a leading zero'],
    ['an empty class', 'p00004,0', 'p00004,', '2 class: is empty, where a number is needed'],
  ],
  'traits.csv': [
    ['a missing row', /a000000,s1,.*\n/, '', '3 special: the row of a000000 and s1 comes next'],
    ['somebody missing', /(a000000,.*\n)+/, '', '2 code: the row of a000000 and s0 comes next'],
    ['a missing last row', /a000019,s2,.*\n/, '', '40 special: the row of a000019 and s2 is missing'],
    ['a row twice', 'a000000,s1', 'a000000,s0', '3 special: the row of a000000 and s0 is there twice or not in order'],
    ['the last row twice', /$/, 'a000019,s2,2\n', '41 code: the row of a000019 and s2 is there twice or not in order'],
    [
      'the wrong order',
      /(a000000,s0,.*\n)(a000000,s1,.*\n)/,
      '$2$1',
      '2 special: the row of a000000 and s0 comes next',
    ],
    ['an unknown applicant', 'a000000', 'b', '2 code: there is no applicant b'],
    ['who declined', 'a000000', 'a000004', '2 code: a000004 does not accept reassignment, so this row is superfluous'],
    ['an unknown special', 's0', 's7', '2 special: no reassignable post is of s7, so this row is superfluous'],
    [
      'a superfluous row',
      /$/,
      'a000019,s3,0\n',
      '41 special: no reassignable post is of s3, so this row is superfluous',
    ],
    ['a class that is no number', 's0,2', 's0,two', `2 class: ${notNumber}`],
  ],
};

test.each(inputFiles.flatMap((file) => spoilt[file].map(([what, ...change]) => [file, what, ...change] as const)))(
  '%s with %s is refused with line and column',
  (file, _, from, to, complaint) => {
    const tables = Object.fromEntries(inputFiles.map((name) => [name, Buffer.from(read(name))]));
    tables[file] = Buffer.from(read(file).replace(from, to));
    const [, line, column, reason] = /^(\d+) (\w*): (.*)$/.exec(complaint) ?? [];
    expect(() => readRound(tables as Partial<InputFiles> as InputFiles)).toThrow(
      expect.objectContaining({ name: TableFault.name, file, line: Number(line), column, reason }),
    );
  },
);
