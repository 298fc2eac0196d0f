import { addDays, addMonths, dateOf, firstDayOf, type LegalDate, monthOf, startOf } from '@xibu/domain';

/**
 * When a schedule is due, in legal time. Minutes that were missed are not made up for; days and months are, but for a
 * day schedule of which the `latest` is enough, because it looks at everything as it stands and not at one day.
 */
export type Cadence =
  | { readonly every: 'minute' }
  | { readonly every: 'day'; readonly at: `${number}:${number}`; readonly missed?: 'latest' }
  | { readonly every: 'month'; readonly day: number; readonly at: `${number}:${number}` };

/** What a schedule is handed: the instant it was due, which may lie behind now after an outage. */
export interface Tick {
  readonly due: Date;
  readonly day: LegalDate;
}

/** A way in by the clock: `every-month-open-subsidy-run.ts` has one such class, with the decorator {@link Scheduled}. */
export interface Schedule {
  run(tick: Tick): Promise<void>;
}

const scheduleKey = 'xibu:schedule';

/** Marks a provider that the clock calls. The name identifies its ticks in the database. */
export function Scheduled(name: string, cadence: Cadence): ClassDecorator {
  return (target) => Reflect.defineMetadata(scheduleKey, { name, cadence }, target);
}

export function scheduleOf(target: object): { name: string; cadence: Cadence } | undefined {
  return Reflect.getMetadata(scheduleKey, target) as { name: string; cadence: Cadence } | undefined;
}

/** The instants after `from` up to `to` at which a cadence is due, oldest first. */
export function dueBetween(cadence: Cadence, from: Date, to: Date): Date[] {
  if (cadence.every === 'minute') {
    const minute = new Date(Math.floor(to.getTime() / 60_000) * 60_000);
    return minute > from ? [minute] : [];
  }
  const days = cadence.every === 'day' ? daysFrom(from, to) : monthDaysFrom(from, to, cadence.day);
  const due = days.map((day) => atTime(day, cadence.at)).filter((at) => at > from && at <= to);
  return cadence.every === 'day' && cadence.missed === 'latest' ? due.slice(-1) : due;
}

function daysFrom(from: Date, to: Date): LegalDate[] {
  const days: LegalDate[] = [];
  for (let day = dateOf(from); day <= dateOf(to); day = addDays(day, 1)) days.push(day);
  return days;
}

function monthDaysFrom(from: Date, to: Date, day: number): LegalDate[] {
  const days: LegalDate[] = [];
  for (let month = monthOf(dateOf(from)); month <= monthOf(dateOf(to)); month = addMonths(month, 1)) {
    days.push(addDays(firstDayOf(month), day - 1));
  }
  return days;
}

function atTime(day: LegalDate, at: string): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  return new Date(startOf(day).getTime() + (hours * 60 + minutes) * 60_000);
}
