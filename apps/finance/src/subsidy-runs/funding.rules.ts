import type { Fen, LegalDate } from '@xibu/domain';
import type { ComponentDue, PaidStretch } from './dues.rules.js';
import { halfUp, toFen } from './exact.rules.js';
import { dayAt, type MonthCalendar } from './month-calendar.rules.js';
import type { FundingLayer } from './run-inputs.js';
import type { IndexedTables } from './run-tables.rules.js';

export interface LayerUse {
  readonly layer: FundingLayer;
  /** What it gives at most for the person's days; null when it gives the rest. */
  readonly limitFen: Fen | null;
  readonly usedFen: Fen;
}

export interface FundedPiece {
  readonly component: string;
  readonly source: string;
  readonly fen: Fen;
}

/** Who pays for one county and project of a person's month. */
export interface FundedGroup {
  readonly county: string;
  readonly project: string;
  readonly firstDay: LegalDate;
  readonly paidDays: number;
  /** Empty when nobody is named to pay. */
  readonly layers: readonly LayerUse[];
  /** False when no layer matches or the last one has a limit: then nothing of the person is paid. */
  readonly covered: boolean;
  readonly pieces: readonly FundedPiece[];
}

/** Fills the components' amounts, by component id, from the layers in rising order. */
export function fundingOf(
  components: readonly ComponentDue[],
  stretches: readonly PaidStretch[],
  month: MonthCalendar,
  tables: IndexedTables,
): FundedGroup[] {
  const groups: { county: string; project: string; first: number; paidDays: number }[] = [];
  for (const { county, project, first, end } of stretches) {
    const known = groups.find((each) => each.county === county && each.project === project);
    if (known) {
      known.first = Math.min(known.first, first);
      known.paidDays += end - first;
    } else groups.push({ county, project, first, paidDays: end - first });
  }
  return groups.flatMap(({ county, project, first, paidDays }) => {
    const amounts = amountsIn(components, county, project);
    if (amounts.length === 0) return [];
    const firstDay = dayAt(month, first);
    const layers = tables.layersOn(county, project, firstDay);
    return [{ county, project, firstDay, paidDays, ...fill(amounts, layers, paidDays, month.days.length) }];
  });
}

interface ComponentAmount {
  readonly component: string;
  readonly fen: Fen;
}

function amountsIn(components: readonly ComponentDue[], county: string, project: string): ComponentAmount[] {
  return components.flatMap(({ component, segments }) => {
    const own = segments.filter((segment) => segment.county === county && segment.project === project);
    return own.length === 0 ? [] : [{ component, fen: own.reduce((sum, { fen }) => sum + fen, 0) }];
  });
}

function fill(
  amounts: readonly ComponentAmount[],
  layers: readonly FundingLayer[],
  paidDays: number,
  daysInMonth: number,
): Pick<FundedGroup, 'layers' | 'covered' | 'pieces'> {
  const uses = layers.map((layer) => ({ layer, limitFen: limitOf(layer, paidDays, daysInMonth), usedFen: 0 }));
  if (layers.at(-1)?.fen !== null) return { layers: uses, covered: false, pieces: [] };
  const pieces: FundedPiece[] = [];
  for (const { component, fen } of amounts) {
    let open = fen;
    for (const use of uses) {
      if (open === 0) break;
      const given = use.limitFen === null ? open : Math.min(open, use.limitFen - use.usedFen);
      if (given === 0) continue;
      use.usedFen += given;
      open -= given;
      give(pieces, component, use.layer.source, given);
    }
  }
  return { layers: uses, covered: true, pieces };
}

/** A source that stands in two layers gives one piece of a component. */
function give(pieces: FundedPiece[], component: string, source: string, fen: Fen): void {
  const known = pieces.findIndex((piece) => piece.component === component && piece.source === source);
  if (known < 0) pieces.push({ component, source, fen });
  else pieces[known] = { component, source, fen: fen + (pieces[known]?.fen ?? 0) };
}

function limitOf({ fen }: FundingLayer, paidDays: number, daysInMonth: number): Fen | null {
  if (fen === null) return null;
  return toFen(halfUp({ numerator: BigInt(fen) * BigInt(paidDays), denominator: BigInt(daysInMonth) }));
}
