import { addDays, type LegalDate } from '@xibu/domain';
import type { Service } from './run-inputs.js';

/**
 * The days somebody served, as a run reads them: none twice (of two spans that overlap, the one that began first keeps
 * its days), and days that the unit marked as not paid cut out as such.
 */
export function servedDays(spans: readonly Service[], unpaid: ReadonlySet<LegalDate>): Service[] {
  const days: Service[] = [];
  let end: LegalDate | null = '0000-01-01';
  for (const span of [...spans].sort(byFirstDay)) {
    if (end === null) break;
    const from = span.from < end ? end : span.from;
    if (span.to !== null && span.to <= from) continue;
    days.push(...cut({ ...span, from }, unpaid));
    end = span.to;
  }
  return days;
}

function byFirstDay(left: Service, right: Service): number {
  if (left.from !== right.from) return left.from < right.from ? -1 : 1;
  return left.county < right.county ? -1 : left.county > right.county ? 1 : 0;
}

function cut(span: Service, unpaid: ReadonlySet<LegalDate>): Service[] {
  const marked = span.paid
    ? [...unpaid].filter((day) => day >= span.from && (span.to === null || day < span.to)).sort()
    : [];
  const parts: Service[] = [];
  let from = span.from;
  const take = (to: LegalDate | null, paid: boolean): void => {
    if (to !== null && to <= from) return;
    const before = parts.at(-1);
    if (before && before.paid === paid) parts[parts.length - 1] = { ...before, to };
    else parts.push({ ...span, from, to, paid });
    if (to !== null) from = to;
  };
  for (const day of marked) {
    take(day, true);
    take(addDays(day, 1), false);
  }
  take(span.to, span.paid);
  return parts;
}
