import type { Fen } from '@xibu/domain';

/** Social insurance of one person in one scheme: the part withheld and the employer's part. */
export interface InsuredAmount {
  readonly person: string;
  readonly scheme: string;
  readonly personalFen: Fen;
  readonly employerFen: Fen;
}

export type SlipResult = 'equal' | 'amount-differs' | 'missing-at-agency' | 'unknown-at-agency';

/** Our books against the agency's slip; a side on which the person or the scheme is missing counts as 0. */
export interface ComparedAmount {
  readonly person: string;
  readonly scheme: string;
  readonly result: SlipResult;
  readonly ourPersonalFen: Fen;
  readonly ourEmployerFen: Fen;
  readonly agencyPersonalFen: Fen;
  readonly agencyEmployerFen: Fen;
}
