import { TableCursor } from '@xibu/documents/strict-tables';
import { readFlag } from './forest-tables.js';
import type { FrozenRound } from './frozen-round.js';
import { IdIndex } from './id-index.js';
import { inputColumns, requireOrder } from './round-files.js';

/** Reads `applicants.csv`. */
export function readApplicants(bytes: Uint8Array): FrozenRound['applicants'] {
  const cursor = new TableCursor('applicants.csv', bytes, inputColumns['applicants.csv']);
  const codes: string[] = [];
  const rows = cursor.countRows();
  const score = new Float64Array(rows);
  const reassign = new Uint8Array(rows);
  let previous = '';
  while (cursor.next()) {
    const code = cursor.id(0);
    requireOrder(cursor.file, cursor.line, 'code', previous, code);
    score[codes.length] = cursor.integer(1);
    reassign[codes.length] = readFlag(cursor, 2) ? 1 : 0;
    codes.push(code);
    previous = code;
  }
  return { codes, score, reassign };
}

/** Reads `preferences.csv`: sorted as the applicants are, so that the two are walked side by side. */
export function readPreferences(
  bytes: Uint8Array,
  codes: readonly string[],
  postIds: readonly string[],
): FrozenRound['edges'] {
  const cursor = new TableCursor('preferences.csv', bytes, inputColumns['preferences.csv']);
  const rows = cursor.countRows();
  const post = new Uint32Array(rows);
  const classes = new Float64Array(rows);
  const first = new Uint32Array(codes.length + 1);
  const posts = new IdIndex(postIds);
  const rankedBy = new Int32Array(postIds.length).fill(-1);
  let applicant = -1;
  let rank = 0;
  let edge = 0;
  while (cursor.next()) {
    if (applicant < 0 || !cursor.holds(0, codes[applicant] as string)) {
      const next = applicantFrom(cursor, codes, applicant);
      while (applicant < next) first[++applicant] = edge;
      rank = 0;
    }
    requireNextRank(cursor, rank + 1);
    rank += 1;
    const place = posts.find(cursor.bytes, cursor.from[2] as number, cursor.to[2] as number);
    if (place < 0) throw cursor.fault(2, `there is no post ${cursor.id(2)}`);
    if (rankedBy[place] === applicant) throw cursor.fault(2, `${codes[applicant]} ranks ${postIds[place]} twice`);
    rankedBy[place] = applicant;
    post[edge] = place;
    classes[edge] = cursor.integer(3);
    edge += 1;
  }
  while (applicant < codes.length) first[++applicant] = edge;
  return { first, post, class: classes };
}

/** The applicant of the current row, after the one at `current`. */
function applicantFrom(cursor: TableCursor, codes: readonly string[], current: number): number {
  const code = cursor.id(0);
  if (current >= 0) requireOrder(cursor.file, cursor.line, 'code', codes[current] as string, code);
  let next = current + 1;
  while (next < codes.length && (codes[next] as string) < code) next += 1;
  if (codes[next] !== code) throw cursor.fault(0, `there is no applicant ${code}`);
  return next;
}

function requireNextRank(cursor: TableCursor, expected: number): void {
  const rank = cursor.integer(1);
  if (rank === expected) return;
  if (rank > expected) throw cursor.fault(1, `leaves a gap: rank ${expected} comes next`);
  if (rank === 0) throw cursor.fault(1, 'ranks begin with 1');
  throw cursor.fault(1, rank === expected - 1 ? `rank ${rank} is there twice` : `rank ${rank} must come earlier`);
}

/** Reads `traits.csv`: exactly the pairs of who accepts reassignment and the specials of reassignable posts. */
export function readTraits(
  bytes: Uint8Array,
  { codes, reassign }: FrozenRound['applicants'],
  specials: readonly string[],
): FrozenRound['traits'] {
  const cursor = new TableCursor('traits.csv', bytes, inputColumns['traits.csv']);
  const row = new Int32Array(codes.length).fill(-1);
  const accepting = reassign.reduce((sum, flag) => sum + flag, 0);
  const classes = new Float64Array(accepting * specials.length);
  let rows = 0;
  let at = 0;
  for (const [applicant, code] of codes.entries()) {
    if (!reassign[applicant]) continue;
    row[applicant] = rows++;
    for (const special of specials) {
      if (!cursor.next()) {
        cursor.line += 1;
        throw cursor.fault(1, `the row of ${code} and ${special} is missing`);
      }
      if (!cursor.holds(1, special) || !cursor.holds(0, code)) {
        throw wrongTrait(cursor, { codes, reassign, specials, code, special });
      }
      classes[at++] = cursor.integer(2);
    }
  }
  if (cursor.next()) throw wrongTrait(cursor, { codes, reassign, specials, code: null, special: null });
  return { row, class: classes };
}

interface ExpectedTrait {
  readonly codes: readonly string[];
  readonly reassign: Uint8Array;
  readonly specials: readonly string[];
  /** The pair that comes next; null after the last. */
  readonly code: string | null;
  readonly special: string | null;
}

/** Says why the current row is not the one expected. */
function wrongTrait(cursor: TableCursor, { codes, reassign, specials, ...expected }: ExpectedTrait) {
  const code = cursor.id(0);
  const special = cursor.id(1);
  const applicant = codes.indexOf(code);
  if (applicant < 0) return cursor.fault(0, `there is no applicant ${code}`);
  if (!reassign[applicant]) return cursor.fault(0, `${code} does not accept reassignment, so this row is superfluous`);
  if (!specials.includes(special)) {
    return cursor.fault(1, `no reassignable post is of ${special}, so this row is superfluous`);
  }
  const { code: nextCode, special: nextSpecial } = expected;
  if (nextCode !== null && nextSpecial !== null) {
    if (code > nextCode || (code === nextCode && special > nextSpecial)) {
      return cursor.fault(code === nextCode ? 1 : 0, `the row of ${nextCode} and ${nextSpecial} comes next`);
    }
  }
  return cursor.fault(code === nextCode ? 1 : 0, `the row of ${code} and ${special} is there twice or not in order`);
}
