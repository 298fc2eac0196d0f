import { addDays, isLegalDate } from '@xibu/domain/dates';
import { useLanguage } from '../language/language.js';
import { sayDay, sayInstant } from './legal-dates.js';

/** A legal date in words; a dash where there is none. */
export function Day({ of }: { readonly of: string | null }) {
  const { language } = useLanguage();
  return of === null ? '–' : sayDay(of, language);
}

interface DaysProps {
  readonly from: string;
  /** The last day that belongs to it. */
  readonly last?: string | null;
  /** The first day that no longer belongs to it, as money and insurance count. */
  readonly to?: string | null;
  /** Said while it goes on. */
  readonly open: string;
}

/** From a day until another, as people say it: both belong to it. */
export function DaysFromTo({ from, last, to, open }: DaysProps) {
  const end = last ?? (to ? dayBefore(to) : null);
  return (
    <>
      <Day of={from} /> – {end === null ? open : <Day of={end} />}
    </>
  );
}

/** When something happened, to the minute. */
export function Moment({ of }: { readonly of: string | null }) {
  const { language } = useLanguage();
  return of === null ? '–' : sayInstant(of, language);
}

function dayBefore(date: string): string {
  return isLegalDate(date) ? addDays(date, -1) : date;
}
