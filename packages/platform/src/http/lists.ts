import { Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/messaging';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export const pageMax = 200;

/** What every list takes in its query; filters are added by the DTO that extends it. */
export class ListQuery {
  /** Rows a page, 1 to 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(pageMax)
  readonly limit: number = 50;

  /** Where the last page ended, as it was given there. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly after?: string;

  /** A column of the list; `-` before it turns the order. */
  @IsOptional()
  @Matches(/^-?[a-zA-Z]{1,40}$/)
  readonly sort?: string;
}

export const sheetFormats = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** A list that may also be taken away as a spreadsheet: the same filters and order, without pages. */
export class ExportableQuery extends ListQuery {
  @IsOptional()
  @IsIn(sheetFormats)
  readonly format?: SheetFormat;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Rows that match the filters, whatever the page. */
  readonly total: number;
  /** Pass it as `after` for the next page; null on the last. */
  readonly next: string | null;
  /** For each facet, how many rows have each value; from the same read as `rows`. */
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A condition with `?` for each of its values. */
export type Condition = readonly [condition: string, ...values: unknown[]];

export interface ListDefinition {
  /** The columns of a row with their names in the answer, unique `id` among them: `a.id, a.number as "number"`. */
  readonly select: string;
  readonly from: string;
  readonly where: readonly Condition[];
  /** What may be sorted by: name in the address to column in the answer. The first is the default. */
  readonly sorts: readonly string[];
  readonly defaultSort: string;
  readonly facets?: readonly string[];
  /**
   * The rows stand in tables just as they are, in numbers that grow with the country. Then page and counts are read each
   * by itself, and no more of a row than its filters, order and facets need, unless it is on the page; an index that
   * holds those columns answers alone. Rows that have to be worked out are worked out once for both.
   */
  readonly isLarge?: boolean;
  /** Of a large list: many rows have to be looked at to find a few. Then that is done once for page and counts. */
  readonly seeksFew?: boolean;
}

/**
 * One page of a list in one statement: rows, total and facets come from the same snapshot, so that a count always fits
 * its list. Pages continue after the last row's sort value and id (no offset: rows that come and go move nothing).
 */
export async function readPage<Row>(tx: Tx, query: ListQuery, list: ListDefinition): Promise<Page<Row>> {
  const { column, descending } = sortOf(query, list);
  const { text, values } = whereOf(list.where);
  const cursor = query.after ? cursorOf(query.after) : null;
  const order = descending ? 'desc' : 'asc';
  const from = cursor
    ? fill(cursorCondition(column, descending, cursor), [...cursor.filter((v) => v !== null)], values)
    : 'true';
  values.push(query.limit + 1);
  const facets = list.facets ?? [];
  // What is counted and put into order, and no more.
  const slim = [...new Set(['id', column, ...facets])].map((name) => `"${name}"`).join(', ');
  const [answer]: { total: string; rows: (Row & { id: string })[]; facets: Page<Row>['facets'] }[] = await tx.query(
    `with hits as ${list.isLarge ? 'not materialized' : 'materialized'} (
            select ${list.select} from ${list.from} where ${text}),
          slim as ${list.seeksFew ? 'materialized' : 'not materialized'} (select ${slim} from hits),
          page as (select * from hits where "id" in (
                     select "id" from slim where ${from} order by "${column}" ${order} nulls last, "id" ${order}
                     limit $${values.length})),
          counted as (${countsOf(facets)})
     select (select n from counted where which = ${total(facets)}) total,
            (select coalesce(jsonb_agg(to_jsonb(p) order by "${column}" ${order} nulls last, "id" ${order}), '[]') from page p) rows,
            jsonb_build_object(${facets.map(facetOf).join(', ')}) facets`,
    values,
  );
  const rows = answer?.rows ?? [];
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  return {
    rows: rows.slice(0, query.limit),
    total: Number(answer?.total ?? 0),
    next: last ? encodeCursor([(last as Record<string, unknown>)[column], last.id]) : null,
    facets: answer?.facets ?? {},
  };
}

/**
 * How many rows there are, and how many of each value of each facet, in one look at them: `which` says what a line
 * counts, a bit for each facet that it is not about.
 */
function countsOf(facets: readonly string[]): string {
  if (facets.length === 0) return 'select 0 which, count(*) n from slim';
  const names = facets.map((_, at) => `f${at}`);
  const texts = facets.map((facet, at) => `coalesce("${facet}"::text, '') f${at}`);
  const sets = ['()', ...names.map((name) => `(${name})`)];
  return `select grouping(${names.join(', ')}) which, ${names.join(', ')}, count(*) n
            from (select ${texts.join(', ')} from slim) v group by grouping sets (${sets.join(', ')})`;
}

function total(facets: readonly string[]): number {
  return 2 ** facets.length - 1;
}

function facetOf(facet: string, at: number, facets: readonly string[]): string {
  const which = total(facets) - 2 ** (facets.length - 1 - at);
  return `'${facet}', (select coalesce(jsonb_object_agg(f${at}, n), '{}') from counted where which = ${which})`;
}

const exportMax = 200_000;

/** Every row of a list in its order, without pages: for a spreadsheet of the very same query. */
export async function readAll<Row>(tx: Tx, query: ListQuery, list: ListDefinition): Promise<Row[]> {
  const { column, descending } = sortOf(query, list);
  const { text, values } = whereOf(list.where);
  const order = descending ? 'desc' : 'asc';
  const rows: { row: Row }[] = await tx.query(
    `with hits as (select ${list.select} from ${list.from} where ${text})
     select to_jsonb(h) "row" from hits h order by "${column}" ${order} nulls last, "id" ${order} limit ${exportMax}`,
    values,
  );
  return rows.map(({ row }) => row);
}

/** A column of a list as a sheet shows it. */
export interface JoinedColumn {
  readonly key: string;
  readonly kind: keyof typeof shown;
}

/**
 * The rows of {@link readAll} as one text that PostgreSQL puts together, for a sheet that nobody looks at row by row,
 * with `between` fields and rows, where nothing is escaped. It shows values as they are read: what JSON writes
 * otherwise than PostgreSQL, a moment for instance, has to be selected as text, or the statement fails.
 */
export async function readJoined(
  tx: Tx,
  query: ListQuery,
  list: ListDefinition,
  columns: readonly JoinedColumn[],
  between: { readonly fields: string; readonly rows: string },
): Promise<{ readonly count: number; readonly text: string }> {
  const { column, descending } = sortOf(query, list);
  const { text, values } = whereOf(list.where);
  const order = descending ? 'desc' : 'asc';
  const fields = columns.map(({ key, kind }) => shown[kind](`"${key}"`));
  // COPY would know neither parameters nor the quotes and line ends of our files.
  const [ofFields, ofRows] = [`$${values.length + 1}::text`, `$${values.length + 2}::text`];
  const [joined]: [{ count: number; text: string }] = await tx.query(
    `with hits as (select ${list.select} from ${list.from} where ${text})
     select count(*)::int count, coalesce(string_agg(concat_ws(${ofFields}, ${fields.join(', ')}), ${ofRows}), '') "text"
     from (select * from hits order by "${column}" ${order} nulls last, "id" ${order} limit ${exportMax}) h`,
    [...values, between.fields, between.rows],
  );
  return joined;
}

const shown = {
  text: (column: string) => `coalesce(${column}, '')`,
  integer: (column: string) => `coalesce(${column}::text, '')`,
  fen: (column: string) => `coalesce(to_char(${column} / 100.0, 'FM999999999999990.00'), '')`,
  date: (column: string) => `coalesce(${column}::date::text, '')`,
  'yes-no': (column: string) => `case ${column} when true then '是' when false then '否' else '' end`,
} as const;

/** Conditions as one text with `$1`, `$2` … and their values, to which more may be added; `true` where there are none. */
export function whereOf(conditions: readonly Condition[]): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const parts = conditions.map(([condition, ...given]) => `(${fill(condition, given, values)})`);
  return { text: parts.length > 0 ? parts.join(' and ') : 'true', values };
}

function sortOf(query: ListQuery, list: ListDefinition): { column: string; descending: boolean } {
  const wanted = query.sort ?? list.defaultSort;
  const column = wanted.replace(/^-/, '');
  if (!list.sorts.includes(column)) {
    throw new Refusal('request.malformed', { pointer: '/sort', what: `sort: ${list.sorts.join(', ')}` });
  }
  return { column, descending: wanted.startsWith('-') };
}

/** Replaces each `?` by the next `$n` and notes its value. */
function fill(condition: string, given: readonly unknown[], values: unknown[]): string {
  let index = 0;
  return condition.replace(/\?/g, () => {
    values.push(given[index]);
    index += 1;
    return `$${values.length}`;
  });
}

function cursorCondition(column: string, descending: boolean, [value]: readonly [unknown, string]): string {
  const sign = descending ? '<' : '>';
  // Nulls sort last both ways: after a null only other nulls follow, after a value the nulls follow too.
  if (value === null) return `"${column}" is null and "id" ${sign} ?`;
  return `("${column}", "id") ${sign} (?, ?) or "${column}" is null`;
}

function encodeCursor(cursor: readonly [unknown, string]): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function cursorOf(text: string): readonly [unknown, string] {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(cursor) && cursor.length === 2 && typeof cursor[1] === 'string') return [cursor[0], cursor[1]];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Refusal('cursor.invalid', { pointer: '/after' });
}
