import { type PreferenceCriterion, type Special, specials } from '@xibu/domain';
import type { Classes, MetPreferences, RankingRule } from '@xibu/domain/recruitment/api';
import type { OpenForm } from '../applications/application.js';

/** Specials for which the major of the applicant is preferred; looked up in the reference tables. */
export type PreferredBySpecial = Readonly<Record<Special, boolean>>;

/** What people write when they held no post. */
const none = new Set(['', '无', '没有', '暂无', '否', '/', '-', 'none']);

export function hasLedStudents({ studentLeaderPosts = '' }: OpenForm): boolean {
  return !none.has(studentLeaderPosts.trim().toLowerCase());
}

/** What speaks for an applicant, special by special: only what the special asks for (annex of the notice). */
export function metPreferences(form: OpenForm, preferred: PreferredBySpecial, rule: RankingRule): MetPreferences {
  const has: Record<PreferenceCriterion, (special: Special) => boolean> = {
    major: (special) => preferred[special],
    'student-leader': () => hasLedStudents(form),
    volunteering: () => (form.volunteerHours ?? 0) >= rule.volunteeringHoursMin,
  };
  return bySpecial((special) => rule.preferenceGroups[special].flat().filter((criterion) => has[criterion](special)));
}

/**
 * The class of a special, 0 best: each group of criteria that is not met counts, the weightier twice the one after it. With
 * groups [major], [volunteering]: both 0, major alone 1, volunteering alone 2, neither 3.
 */
export function classesOf(met: MetPreferences, rule: RankingRule): Classes {
  return bySpecial((special) =>
    rule.preferenceGroups[special].reduce((sum, group) => {
      const isMet = group.some((criterion) => met[special].includes(criterion));
      return 2 * sum + (isMet ? 0 : 1);
    }, 0),
  );
}

function bySpecial<Value>(of: (special: Special) => Value): Readonly<Record<Special, Value>> {
  return Object.fromEntries(specials.map((special) => [special, of(special)])) as Record<Special, Value>;
}
