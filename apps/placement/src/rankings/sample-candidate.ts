import type { Candidate } from './candidate.js';

/** A made-up candidate, as recruitment would tell of one. */
export function sampleCandidate(changes: Partial<Candidate> = {}): Candidate {
  return {
    ...{ id: 'application-1', season: '2023-2024', accountId: 'account-1', university: '4115010126', division: 150000 },
    ...{ code: 'C00001', scoreHundredths: 8250, counties: [152221], specials: ['rural-education'] },
    classes: {
      ...{ 'rural-education': 0, 'rural-construction': 2, 'healthy-countryside': 2 },
      ...{ 'youth-work': 1, 'rural-governance': 1, 'serve-xinjiang': 0 },
    },
    ...{ acceptsReassignment: true, status: 'qualified', ranking: null },
    ...{ updatedAt: new Date('2023-06-01T00:00:00Z'), version: 1, ...changes },
  };
}
