import { type Actor, type DivisionRange, everywhere, type OfficeTier, rangeOf } from '@xibu/domain';
import type { OfficeView } from '@xibu/domain/programme/api';

/** 项目办: one office of the tree, on the serving side down to units, on the recruiting side down to faculties. */
export interface Office {
  readonly id: string;
  readonly tier: OfficeTier;
  readonly name: string;
  readonly parentId: string | null;
  /** The code that its scope hangs on; 0 for the nation, the county of a unit, null on the recruiting side. */
  readonly division: number | null;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly unit: string | null;
  /** Where the serving side finds it: its own code, or that of the office that a university answers to. */
  readonly scopeDivision: number;
  readonly dutyPhone: string | null;
  readonly status: 'open' | 'closed';
  readonly closedReason: string | null;
  readonly openedAt: Date;
  readonly version: number;
}

/** The rank of a tier from the nation down; an office acts only on those of a higher rank number. */
const ranks: Readonly<Record<OfficeTier, number>> = {
  ...{ national: 0, region: 1, 'league-city': 2, county: 3, unit: 4, university: 2, faculty: 3 },
};

type Place = Pick<Office, 'tier' | 'division' | 'university' | 'scopeDivision'>;

/** Is `office` under `above`, at whatever distance? Universities answer to the office of their region (domain: 2.1). */
export function isBelow(office: Place, above: Place): boolean {
  if (ranks[office.tier] <= ranks[above.tier]) return false;
  if (above.tier === 'university') return office.tier === 'faculty' && office.university === above.university;
  if (above.division === null) return false;
  if (above.tier !== 'national' && above.tier !== 'region' && office.division === null) return false;
  const range = rangeOf(above.division);
  return office.scopeDivision >= range.from && office.scopeDivision <= range.to;
}

/** The divisions that an account of this office sees: none on the recruiting side and in a unit. */
export function divisionsOf({ tier, division }: Pick<Office, 'tier' | 'division'>): DivisionRange | null {
  if (tier === 'national') return everywhere;
  return tier === 'unit' || division === null ? null : rangeOf(division);
}

/** Conditions for a list of offices that an actor may manage or look into; `o` is the office. */
export function officeScope(actor: Actor): readonly (readonly [string, ...unknown[]])[] {
  if (actor.divisions) return [['o.scope_division between ? and ?', actor.divisions.from, actor.divisions.to]];
  if (actor.university && !actor.faculty) return [['o.university = ?', actor.university]];
  return [['o.id::text = ?', actor.office ?? '']];
}

export function viewOf(office: Office): OfficeView {
  const { scopeDivision: _, openedAt: __, ...view } = office;
  return view;
}
