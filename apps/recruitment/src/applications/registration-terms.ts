import { type LegalDate, Refusal, type Rulebook } from '@xibu/domain';
import { rulebookOn, type SeasonCopy, type SeasonWindow, seasonOf, type Tx, windowOf } from '@xibu/platform';

/** What a season says about a submission on one day; a Refusal stands where the season does not know. */
export interface RegistrationTerms {
  readonly window: SeasonWindow | null;
  readonly book: Rulebook | Refusal;
  readonly season: SeasonCopy | Refusal;
}

/** Reads the terms once for all that is submitted together; they are asked for by season and day. */
export class TermsOfSeasons {
  private readonly terms = new Map<string, RegistrationTerms>();

  private constructor() {}

  static async read(tx: Tx, wanted: readonly (readonly [season: string, day: LegalDate])[]): Promise<TermsOfSeasons> {
    const read = new TermsOfSeasons();
    for (const [season, day] of wanted) {
      const name = `${season} ${day}`;
      if (!read.terms.has(name)) read.terms.set(name, await readTerms(tx, season, day));
    }
    return read;
  }

  of(season: string, day: LegalDate): RegistrationTerms {
    const found = this.terms.get(`${season} ${day}`);
    if (!found) throw new Error(`the terms of ${season} on ${day} were not read`);
    return found;
  }
}

async function readTerms(tx: Tx, season: string, day: LegalDate): Promise<RegistrationTerms> {
  const [window, book, copy] = await Promise.all([
    windowOf(tx, season, 'registration'),
    known(rulebookOn(tx, season, day)),
    known(seasonOf(tx, season)),
  ]);
  return { window, book, season: copy };
}

/** The same, with the Refusal as an answer: it is the turn of the rule to say so. */
function known<Answer>(asked: Promise<Answer>): Promise<Answer | Refusal> {
  return asked.catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}
