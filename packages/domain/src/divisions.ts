/** A six-digit code of GB/T 2260 as a number, for instance 152201. XPCC has codes of its own extension, 66xxxx. */
export type DivisionCode = number;

/** The codes that lie in a division, both ends included; the scope of an office on the serving side. */
export interface DivisionRange {
  readonly from: DivisionCode;
  readonly to: DivisionCode;
}

export const everywhere: DivisionRange = { from: 0, to: 999999 };

/** A province or region covers 150000-159999, a league-city 152200-152299, a county itself alone. */
export function rangeOf(division: DivisionCode): DivisionRange {
  if (division === 0) return everywhere;
  if (division % 10000 === 0) return { from: division, to: division + 9999 };
  if (division % 100 === 0) return { from: division, to: division + 99 };
  return { from: division, to: division };
}

/** Whether a division lies in a range. What has no division lies nowhere, and nothing lies in no range. */
export function liesIn(division: DivisionCode | null | undefined, range: DivisionRange | null): boolean {
  return division != null && range !== null && range.from <= division && division <= range.to;
}

export function leagueCityOf(county: DivisionCode): DivisionCode {
  return county - (county % 100);
}

export function regionOf(division: DivisionCode): DivisionCode {
  return division - (division % 10000);
}
