import type { Milestone } from '@xibu/domain';
import type { MilestoneWindow } from '@xibu/domain/programme/api';

export const season = '2023-2024';
export const nextSeason = '2024-2025';

/** An instant in legal time, written without its offset: `2023-05-20 09:00`. */
export function at(day: string, time = '09:00'): string {
  return `${day}T${time}:00+08:00`;
}

function window(milestone: Milestone, firstDay: string, dayAfter: string): MilestoneWindow {
  return { milestone, opensAt: at(firstDay, '00:00'), closesAt: at(dayAfter, '00:00') };
}

/**
 * The calendar of 内团联发〔2023〕6号, where it gives days: sign-up to 20 May, exam in late May, report-in in late July,
 * agreements before 15 August. The days between are the simulated season's own.
 */
export const announced: readonly MilestoneWindow[] = [
  window('post-declaration', '2023-04-03', '2023-05-11'),
  window('registration', '2023-04-12', '2023-05-21'),
  window('review', '2023-04-12', '2023-05-21'),
  window('confirmation', '2023-04-12', '2023-05-21'),
  window('exam', '2023-05-22', '2023-06-01'),
  window('ranking', '2023-05-27', '2023-06-11'),
  window('placement', '2023-06-11', '2023-06-16'),
  window('health-exam', '2023-06-16', '2023-06-26'),
  window('admission', '2023-06-20', '2023-07-06'),
  window('backfill', '2023-07-01', '2023-07-20'),
  window('report-in', '2023-07-20', '2023-07-28'),
  window('dispatch', '2023-07-24', '2023-08-03'),
  window('agreement', '2023-07-28', '2023-08-15'),
  window('second-registration', '2023-08-01', '2023-08-20'),
  window('monthly-report', '2023-08-01', '2024-08-11'),
  window('extension', '2024-03-01', '2024-07-21'),
  window('assessment', '2024-06-01', '2024-07-25'),
  window('term-end', '2024-07-15', '2024-08-11'),
];

/** 补充通知: reviews and confirmations that were still on their way on the last day get three days more. */
export const supplement: readonly MilestoneWindow[] = [
  window('review', '2023-04-12', '2023-05-24'),
  window('confirmation', '2023-04-12', '2023-05-24'),
];

/** The same calendar a year later: the next season begins while this one still serves. */
export const nextYear: readonly MilestoneWindow[] = announced.map(({ milestone, opensAt, closesAt }) => {
  return { milestone, opensAt: yearLater(opensAt), closesAt: yearLater(closesAt) };
});

function yearLater(instant: string): string {
  return instant.replace(/^\d{4}/, (year) => String(Number(year) + 1));
}

/** The months of service, in order. */
export const serviceMonths: readonly string[] = Array.from({ length: 12 }, (_, index) => {
  const month = ((7 + index) % 12) + 1;
  return `${index < 5 ? 2023 : 2024}-${String(month).padStart(2, '0')}`;
});

export function nextMonthOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
