import { readingsOf } from './pinyin.js';

/** How a table is found: its codes, its names (the usual one first), what lies around a row, and what comes first. */
export interface SearchableBy<Row> {
  readonly code: (row: Row) => readonly string[];
  readonly names: (row: Row) => readonly string[];
  /** Names that narrow down but do not find on their own: province and city of a university. */
  readonly around?: (row: Row) => readonly string[];
  /** Among equal matches the lower weight comes first. */
  readonly weight?: (row: Row) => number;
}

export interface SearchIndex<Row> {
  search(text: string, limit: number, keep?: (row: Row) => boolean): readonly Row[];
}

interface Entry<Row> {
  readonly row: Row;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly initials: readonly string[];
  readonly full: readonly string[];
  readonly around: string;
  readonly aroundLatin: readonly string[];
  readonly weight: number;
}

const longestQuery = 64;
const mostTerms = 6;
const nowhere = Number.POSITIVE_INFINITY;

/** Built once per table; a search is one pass over it, a few milliseconds for several thousand rows. */
export function searchIndex<Row>(rows: readonly Row[], by: SearchableBy<Row>): SearchIndex<Row> {
  const entries = rows.map((row) => entryOf(row, by));
  return {
    search(text, limit, keep = () => true) {
      const terms = termsOf(text);
      if (terms.length === 0 || limit < 1) return [];
      const found: { readonly entry: Entry<Row>; readonly rank: number }[] = [];
      for (const entry of entries) {
        const rank = rankOf(entry, terms);
        if (rank !== nowhere && keep(entry.row)) found.push({ entry, rank });
      }
      found.sort(
        (left, right) =>
          left.rank - right.rank ||
          left.entry.weight - right.entry.weight ||
          lengthOf(left.entry) - lengthOf(right.entry) ||
          ((left.entry.codes[0] ?? '') < (right.entry.codes[0] ?? '') ? -1 : 1),
      );
      return found.slice(0, limit).map(({ entry }) => entry.row);
    },
  };
}

function entryOf<Row>(row: Row, by: SearchableBy<Row>): Entry<Row> {
  const names = by.names(row).map(plain);
  const readings = names.flatMap(readingsOf);
  const around = (by.around?.(row) ?? []).map(plain);
  return {
    row,
    codes: by.code(row).map(plain),
    names,
    initials: readings.map((reading) => reading.initials),
    full: readings.map((reading) => reading.full),
    around: around.join(' '),
    aroundLatin: around.flatMap(readingsOf).flatMap((reading) => [reading.initials, reading.full]),
    weight: by.weight?.(row) ?? 0,
  };
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()·]/gu, '');
}

function termsOf(text: string): string[] {
  const words = text.slice(0, longestQuery).split(/\s+/u).map(plain);
  return words.filter((word) => word !== '').slice(0, mostTerms);
}

function lengthOf(entry: Entry<unknown>): number {
  return entry.names[0]?.length ?? 0;
}

/** Every term must be found in the row, at least one of them in the row itself and not only around it. */
function rankOf(entry: Entry<unknown>, terms: readonly string[]): number {
  let sum = 0;
  let own = false;
  for (const term of terms) {
    const rank = /^[\x20-\x7e]+$/.test(term) ? rankLatin(entry, term) : rankChinese(entry, term);
    if (rank !== nowhere) {
      own = true;
      sum += rank;
    } else if (isAround(entry, term)) sum += 12;
    else return nowhere;
  }
  return own ? sum : nowhere;
}

function rankChinese(entry: Entry<unknown>, term: string): number {
  if (entry.names.includes(term)) return 1;
  if (entry.names.some((name) => name.startsWith(term) || isShortFor(name, term))) return 2;
  if (entry.names.some((name) => name.includes(term))) return 7;
  return term.length > 1 && entry.names.some((name) => holdsInOrder(name, term)) ? 11 : nowhere;
}

function rankLatin(entry: Entry<unknown>, term: string): number {
  if (entry.codes.includes(term)) return 0;
  if (entry.initials.includes(term)) return 3;
  if (entry.full.includes(term)) return 3;
  if (entry.initials.some((initials) => initials.startsWith(term))) return 4;
  if (entry.full.some((full) => full.startsWith(term))) return 5;
  if (entry.codes.some((code) => code.startsWith(term))) return 6;
  if (term.length < 3) return nowhere;
  if (entry.initials.some((initials) => initials.includes(term))) return 8;
  return term.length > 3 && entry.full.some((full) => full.includes(term)) ? 9 : nowhere;
}

function isAround(entry: Entry<unknown>, term: string): boolean {
  return entry.around.includes(term) || entry.aroundLatin.some((latin) => latin.startsWith(term));
}

/** 北大 for 北京大学: how universities are called every day. */
function isShortFor(name: string, term: string): boolean {
  return term.length > 1 && term.endsWith('大') && name.endsWith('大学') && holdsInOrder(name, term);
}

/** 呼职院 for 呼和浩特职业技术学院: every character of the term, in order, with others between; the first must agree. */
function holdsInOrder(name: string, term: string): boolean {
  if (name[0] !== term[0]) return false;
  let at = 0;
  for (const character of name) if (character === term[at]) at += 1;
  return at === term.length;
}
