import type { PaySlipView } from '@xibu/domain/finance/api';
import { calendarOf, daysWithin } from './month-calendar.rules.js';
import type { PayExplanation } from './pay-explanation.js';
import type { Service } from './run-inputs.js';
import type { SubsidyRun } from './subsidy-run.js';

export interface SlipPerson {
  readonly accountId: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly service: readonly Service[];
}

/** The explanation of a month as a person reads it: whole fen, days and reasons, no fractions. */
export function slipOf(
  run: Pick<SubsidyRun, 'id' | 'number' | 'month' | 'division' | 'status'>,
  { accountId, name, unit, service }: SlipPerson,
  explanation: PayExplanation,
  { exceptions, payments }: Pick<PaySlipView, 'exceptions' | 'payments'>,
): PaySlipView {
  const { pay, due } = explanation;
  return {
    ...{ runId: run.id, number: run.number, month: run.month, county: run.division, accountId, name, unit },
    ...{ status: run.status, daysOnPost: daysOf(service, run), exceptions, payments },
    ...{ grossFen: pay?.grossFen ?? null, personalFen: pay?.personalFen ?? null, carryInFen: pay?.carryInFen ?? null },
    ...{ netFen: pay?.netFen ?? null, carryOutFen: pay?.carryOutFen ?? null, employerFen: pay?.employerFen ?? null },
    payable: pay?.payable ?? null,
    amounts: pay ? amountsOf(explanation) : [],
    components: due.components.map(({ component, ratedDays, daysInMonth, fen, segments }) => ({
      ...{ component, ratedDays, daysInMonth, fen },
      segments: segments.map(({ county, project, rate, firstDay, days, fen: part }) => ({
        ...{
          county: Number(county),
          project,
          monthlyFen: rate.fen,
          proration: rate.proration,
          firstDay,
          days,
          fen: part,
        },
      })),
    })),
    funding: due.funding.map(({ county, project, paidDays, layers }) => ({
      ...{ county: Number(county), project, paidDays },
      layers: layers.map(({ layer, limitFen, usedFen }) => ({ source: layer.source, limitFen, usedFen })),
    })),
    insurance: insuranceOf(explanation),
    differences: explanation.differences.map(({ county, ...difference }) => ({
      ...difference,
      county: Number(county),
    })),
    change: explanation.change,
  };
}

/** The lines of the run, summed over counties, projects and sources. */
function amountsOf({ lines, differences }: PayExplanation): PaySlipView['amounts'] {
  const sums = new Map<string, { month: string; component: string; fen: number }>();
  for (const { month, component, fen } of [...differences, ...lines]) {
    const key = `${month} ${component}`;
    const sum = sums.get(key) ?? { month, component, fen: 0 };
    sum.fen += fen;
    sums.set(key, sum);
  }
  return [...sums.values()].filter(({ fen }) => fen !== 0);
}

function insuranceOf({ due: { insurance } }: PayExplanation): PaySlipView['insurance'] {
  if (!insurance) return null;
  const { day, county, declaredFen, schemes } = insurance;
  return {
    ...{ day, county: Number(county) },
    schemes: schemes.map(({ terms, baseFen, bounded, personalFen, employerFen }) => ({
      ...{ scheme: terms.scheme, declaredFen: declaredFen ?? 0, baseFen, bounded },
      ...{ personalPpm: terms.personalPpm, personalFen, employerPpm: terms.employerPpm, employerFen },
    })),
  };
}

function daysOf(service: readonly Service[], { month }: Pick<SubsidyRun, 'month'>): number {
  const calendar = calendarOf(month);
  return service.reduce((sum, period) => {
    const days = daysWithin(period, calendar);
    return sum + (days ? days.end - days.first : 0);
  }, 0);
}
