import { addMonths, firstDayOf, type LegalDate, type Month, overlap } from '@xibu/domain';
import { between } from './dated-rows.rules.js';
import { type ComponentDue, duesOf, type PaidStretch } from './dues.rules.js';
import { type FundedGroup, fundingOf } from './funding.rules.js';
import { type InsuranceDue, insuranceOf } from './insurance.rules.js';
import { daysWithin, type MonthCalendar } from './month-calendar.rules.js';
import type { Line, LineKey, PersonInputs, RunSettings, Service } from './run-inputs.js';
import type { ObstacleCode } from './run-result.js';
import type { IndexedTables } from './run-tables.rules.js';

export const personalPrefix = 'si-personal:';
export const employerPrefix = 'si-employer:';

export interface Obstacle {
  readonly code: ObstacleCode;
  readonly day: LegalDate;
}

/** All that is due for a person in one month by today's inputs, with what it was made from. */
export interface MonthDue {
  readonly month: Month;
  readonly components: readonly ComponentDue[];
  readonly funding: readonly FundedGroup[];
  readonly insurance: InsuranceDue | null;
  /** Why the person cannot be paid, for each code its earliest day in this month. */
  readonly obstacles: readonly Obstacle[];
  /** Non-zero amounts by key. */
  readonly lines: readonly Line[];
}

export function lineKey({ month, component, county, project, source }: LineKey): string {
  return `${month}${between}${component}${between}${county}${between}${project}${between}${source}`;
}

export function servesIn({ service }: Pick<PersonInputs, 'service'>, month: Month): boolean {
  const all = { from: firstDayOf(month), to: firstDayOf(addMonths(month, 1)) };
  return service.some((period) => overlap(period, all) !== null);
}

/** What is due for a person in a month: components, who funds them, and social insurance. */
export function monthDue(
  { service, bases }: Pick<PersonInputs, 'service' | 'bases'>,
  month: Month,
  tables: IndexedTables,
  settings: RunSettings,
): MonthDue {
  const calendar = tables.calendar(month);
  const stretches = paidStretches(service, calendar);
  const { components, unrated } = duesOf(stretches, calendar, tables, settings.required);
  const funding = fundingOf(components, stretches, calendar, tables);
  const insurance = insuranceOf(service, bases, calendar, tables, settings);
  const unfunded = funding
    .filter(({ covered }) => !covered)
    .map(({ firstDay }) => firstDay)
    .sort()[0];
  const obstacles: Obstacle[] = [];
  if (unrated !== null) obstacles.push({ code: 'no-rate', day: unrated });
  if (unfunded) obstacles.push({ code: 'no-funding', day: unfunded });
  if (insurance?.declaredFen === null) obstacles.push({ code: 'no-base', day: insurance.day });
  const lines = linesOf(month, funding, insurance, settings.employerSource);
  return { month, components, funding, insurance, obstacles, lines };
}

function paidStretches(service: readonly Service[], month: MonthCalendar): PaidStretch[] {
  return service.flatMap((period) => {
    const days = period.paid ? daysWithin(period, month) : null;
    return days ? [{ ...days, county: period.county, project: period.project }] : [];
  });
}

function linesOf(
  month: Month,
  funding: readonly FundedGroup[],
  insurance: InsuranceDue | null,
  employerSource: string,
): Line[] {
  const lines: Line[] = [];
  const add = (line: Line): void => {
    if (line.fen !== 0) lines.push(line);
  };
  for (const { county, project, pieces } of funding) {
    for (const { component, source, fen } of pieces) add({ month, component, county, project, source, fen });
  }
  if (insurance) {
    const { county, project, schemes } = insurance;
    for (const { terms, personalFen, employerFen } of schemes) {
      const { scheme } = terms;
      add({ month, component: `${personalPrefix}${scheme}`, county, project, source: 'person', fen: personalFen });
      add({
        month,
        component: `${employerPrefix}${scheme}`,
        county,
        project,
        source: employerSource,
        fen: employerFen,
      });
    }
  }
  return lines;
}
