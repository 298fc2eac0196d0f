import { type Actor, type LegalDate, Refusal, type RulebookValues } from '@xibu/domain';
import type { DryRunView, PrepareAdjustmentRequest } from '@xibu/domain/finance/api';
import { requireAnother, requireReason, sign } from '../offices/signature.js';
import { firstOverlap } from '../subsidy-runs/dated-rows.rules.js';
import { faultIn } from '../subsidy-runs/run-tables.rules.js';
import type { Adjustment, AdjustmentTerms } from './adjustment.js';
import { tablesOf } from './term-rows.rules.js';

/** 现金替代食宿 (notice 3.2.3) goes by this id; no other component has a floor. */
export const boardLodging = 'board-lodging';

export interface Preparation {
  readonly id: string;
  /** The county of each person who has a base among the rows. */
  readonly countyOf: ReadonlyMap<string, number>;
  readonly values: Pick<RulebookValues, 'boardLodgingCashMonthlyFenMin'>;
}

/** Rows that come into force together. They must leave no day open to two answers, and keep what the notice demands. */
export function prepare(
  request: PrepareAdjustmentRequest,
  { id, countyOf, values }: Preparation,
  actor: Actor,
  now: Date,
): Adjustment {
  const rows = datedRows(request);
  refuseFaults(rows);
  refuseLowCash(rows, values.boardLodgingCashMonthlyFenMin);
  const { title, documentNumber } = request;
  return {
    ...{ id, title: title.trim(), documentNumber: documentNumber.trim(), fromDay: request.from as LegalDate, rows },
    ...{ division: placeOver(placesIn(rows, countyOf)), status: 'prepared', prepared: sign(actor, now) },
    ...{ dryRun: null, decided: null, reason: null, seq: null, updatedAt: now, version: 1 },
  };
}

/** Keeps what last month would have come to; it may be tried again until it is decided. */
export function noteDryRun(adjustment: Adjustment, dryRun: DryRunView, now: Date): Adjustment {
  requirePrepared(adjustment);
  return { ...adjustment, dryRun, updatedAt: now, version: adjustment.version + 1 };
}

/** In force from its days on. Whoever prepared it does not decide it, and nobody decides what has not been tried. */
export function approve(adjustment: Adjustment, seq: number, actor: Actor, now: Date): Adjustment {
  requirePrepared(adjustment);
  requireAnother(actor, adjustment.prepared);
  if (!adjustment.dryRun) throw new Refusal('adjustment.not-tried');
  return { ...adjustment, status: 'approved', decided: sign(actor, now), seq, ...changed(adjustment, now) };
}

export function reject(adjustment: Adjustment, reason: string, actor: Actor, now: Date): Adjustment {
  requirePrepared(adjustment);
  requireAnother(actor, adjustment.prepared);
  const said = requireReason(reason);
  return { ...adjustment, status: 'rejected', decided: sign(actor, now), reason: said, ...changed(adjustment, now) };
}

/** The places that the rows touch; a base lies where its person serves. */
export function placesIn(rows: AdjustmentTerms, countyOf: ReadonlyMap<string, number>): number[] {
  const placed = [...rows.rates, ...rows.funding, ...rows.insurance].map(({ place }) => place);
  const based = rows.bases.map(({ accountId }) => {
    const county = countyOf.get(accountId);
    if (county === undefined) throw new Refusal('adjustment.person-unknown', { pointer: '/bases', accountId });
    return county;
  });
  return [...new Set([...placed, ...based])];
}

/** The smallest place that holds all of them. */
export function placeOver(places: readonly number[]): number {
  const [first = 0, ...rest] = places;
  for (const unit of [1, 100, 10_000]) {
    const over = first - (first % unit);
    if (rest.every((place) => place - (place % unit) === over)) return over;
  }
  return 0;
}

function datedRows({ from, rates = [], funding = [], insurance = [], bases = [] }: PrepareAdjustmentRequest) {
  const start = from as LegalDate;
  const dated = <Row extends { readonly from?: string; readonly to?: string | null }>(row: Row) => {
    const days = { from: (row.from ?? start) as LegalDate, to: (row.to ?? null) as LegalDate | null };
    if (days.to !== null && days.to <= days.from) throw new Refusal('adjustment.days-reversed', { pointer: '/to' });
    return { ...row, ...days };
  };
  const rows = {
    ...{ rates: rates.map(dated), funding: funding.map(dated) },
    ...{ insurance: insurance.map(dated), bases: bases.map(dated) },
  };
  if (Object.values(rows).every((table) => table.length === 0)) throw new Refusal('adjustment.empty');
  return rows;
}

function refuseFaults(rows: AdjustmentTerms): void {
  const reserved = rows.rates.findIndex(({ component }) => component.startsWith('si-'));
  if (reserved >= 0) throw new Refusal('adjustment.component-reserved', { pointer: `/rates/${reserved}/component` });
  const fault = faultIn(tablesOf(rows));
  if (fault) {
    const pointer = `/${fault.table}/${fault.row}/${fault.column}`;
    throw new Refusal('adjustment.rows-conflict', { pointer, row: fault.row + 1, reason: fault.reason });
  }
  const twice = firstOverlap(rows.bases, ({ accountId }) => accountId);
  if (twice) {
    const pointer = `/bases/${twice.later}/from`;
    throw new Refusal('adjustment.rows-conflict', { pointer, row: twice.later + 1, reason: 'overlaps another base' });
  }
}

/** 不少于每月500元的生活补贴 where board and lodging are not provided. */
function refuseLowCash({ rates }: AdjustmentTerms, minimumFen: number): void {
  const low = rates.findIndex(({ component, fen }) => component === boardLodging && fen > 0 && fen < minimumFen);
  if (low < 0) return;
  throw new Refusal('adjustment.below-minimum', { pointer: `/rates/${low}/fen`, minimumFen, clause: '3.2.3' });
}

function requirePrepared({ status }: Adjustment): void {
  if (status !== 'prepared') throw new Refusal('adjustment.wrong-step', { status });
}

function changed({ version }: Adjustment, now: Date) {
  return { updatedAt: now, version: version + 1 };
}
