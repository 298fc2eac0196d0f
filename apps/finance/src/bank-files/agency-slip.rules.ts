import { type ComparedAmount, type InsuredAmount, type SlipResult } from './agency-slip.js';

/**
 * Compares what was withheld and what the employer owes with the slip of the social-insurance agency, person by person
 * and scheme by scheme. Several rows of one person and scheme on a side are added up; rows of 0 are as good as none.
 * `unknown-at-agency` is what the slip asks for and our books do not know.
 */
export function compareSlip(ours: readonly InsuredAmount[], agency: readonly InsuredAmount[]): ComparedAmount[] {
  const [own, theirs] = [added(ours), added(agency)];
  return [...new Set([...own.keys(), ...theirs.keys()])].sort().map((key) => {
    const [person = '', scheme = ''] = key.split('\u0000');
    const [mine, slip] = [own.get(key), theirs.get(key)];
    return {
      person,
      scheme,
      result: resultOf(mine, slip),
      ourPersonalFen: mine?.personalFen ?? 0,
      ourEmployerFen: mine?.employerFen ?? 0,
      agencyPersonalFen: slip?.personalFen ?? 0,
      agencyEmployerFen: slip?.employerFen ?? 0,
    };
  });
}

function resultOf(ours: InsuredAmount | undefined, agency: InsuredAmount | undefined): SlipResult {
  if (!agency) return 'missing-at-agency';
  if (!ours) return 'unknown-at-agency';
  return ours.personalFen === agency.personalFen && ours.employerFen === agency.employerFen
    ? 'equal'
    : 'amount-differs';
}

function added(rows: readonly InsuredAmount[]): Map<string, InsuredAmount> {
  const sums = new Map<string, InsuredAmount>();
  for (const { person, scheme, personalFen, employerFen } of rows) {
    const key = `${person}\u0000${scheme}`;
    const known = sums.get(key);
    sums.set(key, {
      person,
      scheme,
      personalFen: (known?.personalFen ?? 0) + personalFen,
      employerFen: (known?.employerFen ?? 0) + employerFen,
    });
  }
  for (const [key, { personalFen, employerFen }] of sums) {
    if (personalFen === 0 && employerFen === 0) sums.delete(key);
  }
  return sums;
}
