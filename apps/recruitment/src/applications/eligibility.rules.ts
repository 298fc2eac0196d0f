import { type LegalDate, type Rulebook } from '@xibu/domain';
import type { ApplicationForm, EligibilityCheck } from '@xibu/domain/recruitment/api';

/** What the tables know about the form; looked up outside, so that the decision stays pure. */
export interface KnownOfForm {
  readonly universityListed: boolean;
  readonly divisionKnown: boolean;
  readonly birthDate: LegalDate;
}

const clause = '2.2.2';

/**
 * 选拔标准 (notice 2.2.2): a listed university, and a fresh graduate or postgraduate. The outcome is data that applicant
 * and reviewers see; an unknown division is for a person to look at, never a "no" (old codes are not all on record).
 */
export function checkEligibility(
  form: Pick<ApplicationForm, 'category' | 'graduatesOn'>,
  known: KnownOfForm,
  season: { readonly startsOn: LegalDate; readonly book: Rulebook },
): EligibilityCheck[] {
  const graduatesInTime = form.graduatesOn <= season.book.values.diplomaBy;
  const graduatedThisYear = form.graduatesOn.slice(0, 4) === season.startsOn.slice(0, 4);
  return [
    { rule: 'university-listed', outcome: known.universityListed ? 'met' : 'not-met', clause },
    { rule: 'category', outcome: form.category === 'postgraduate' || graduatedThisYear ? 'met' : 'not-met', clause },
    // The diploma itself is shown at report-in; a later date than that cannot be met.
    { rule: 'graduation', outcome: form.category === 'postgraduate' || graduatesInTime ? 'met' : 'not-met', clause },
    { rule: 'identity-number', outcome: 'met', clause: 'GB 11643-1999' },
    { rule: 'division-known', outcome: known.divisionKnown ? 'met' : 'attention', clause: 'GB/T 2260' },
    // A second application of the same number cannot be stored at all (unique index); so much may be said here.
    { rule: 'no-double', outcome: 'met', clause: '2.2.3' },
  ];
}
