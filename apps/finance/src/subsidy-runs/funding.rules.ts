import { daysBetween, type Fen, type LegalDate } from '@xibu/domain';
import { keyOf } from './dated-rows.rules.js';
import type { ComponentDue, PaidStretch } from './dues.rules.js';
import { halfUp, toFen } from './exact.rules.js';
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
  daysInMonth: number,
  tables: IndexedTables,
): FundedGroup[] {
  const groups = new Map<string, { county: string; project: string; firstDay: LegalDate; paidDays: number }>();
  for (const { county, project, from, to } of stretches) {
    const key = keyOf(county, project);
    const known = groups.get(key);
    groups.set(key, {
      county,
      project,
      firstDay: known && known.firstDay < from ? known.firstDay : from,
      paidDays: (known?.paidDays ?? 0) + daysBetween(from, to),
    });
  }
  return [...groups.values()].flatMap((group) => {
    const amounts = components.flatMap(({ component, segments }) => {
      const own = segments.filter(({ county, project }) => county === group.county && project === group.project);
      return own.length === 0 ? [] : [{ component, fen: own.reduce((sum, { fen }) => sum + fen, 0) }];
    });
    if (amounts.length === 0) return [];
    const layers = tables.layersOn(group.county, group.project, group.firstDay);
    return [{ ...group, ...fill(amounts, layers, group.paidDays, daysInMonth) }];
  });
}

function fill(
  amounts: readonly { readonly component: string; readonly fen: Fen }[],
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
      pieces.push({ component, source: use.layer.source, fen: given });
    }
  }
  return { layers: uses, covered: true, pieces };
}

function limitOf({ fen }: FundingLayer, paidDays: number, daysInMonth: number): Fen | null {
  if (fen === null) return null;
  return toFen(halfUp({ numerator: BigInt(fen) * BigInt(paidDays), denominator: BigInt(daysInMonth) }));
}
