import { Injectable } from '@nestjs/common';
import {
  type Actor,
  dateOf,
  type IdentityNumber,
  type LegalDate,
  orRefusal,
  Refusal,
  type Rulebook,
} from '@xibu/domain';
import type { ApplicationView, EligibilityCheck } from '@xibu/domain/recruitment/api';
import {
  type Asked,
  Database,
  Held,
  type RequestContext,
  recordEach,
  requireWithin,
  Sealing,
  type SeasonCopy,
  sqlState,
  type Tx,
  workOf,
} from '@xibu/platform';
import { university } from '@xibu/reference';
import { registerDocuments } from '../documents/register-documents.js';
import { receiptSalt } from '../receipts/prove-submission.js';
import type { Application } from './application.js';
import { requireFit, submit } from './application.rules.js';
import { claimNumbers } from './application-number.js';
import { viewOf } from './application-view.js';
import { identityName, lockFree, saveSubmitted, takenIdentities } from './applications-in-bulk.js';
import { checkEligibility } from './eligibility.rules.js';
import { readIdentity } from './read-identity.js';
import { receiptOf } from './receipt.js';
import { TermsOfSeasons } from './registration-terms.js';
import { submittedForm } from './submitted-form.js';

/** One of many submissions: by whom, with which declaration, and when it arrived here. */
export interface GivenSubmission {
  readonly declared: boolean;
  readonly actor: Actor;
  /** The legal time of the submission. */
  readonly arrivedAt: Date;
}

/** A form that may be submitted, as soon as it has a number. */
interface Fit extends GivenSubmission {
  readonly request: RequestContext;
  readonly draft: Application;
  readonly checks: readonly EligibilityCheck[];
  readonly receipt: string;
  readonly book: Rulebook;
}

/** 提交报名 of many people in one transaction: each stands or falls by itself, as if alone. */
@Injectable()
export class SubmitApplications {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  async run(asked: readonly Asked<GivenSubmission>[]): Promise<readonly (ApplicationView | Refusal)[]> {
    return this.database.together(asked, (tx, fresh) => this.submit(tx, fresh));
  }

  private async submit(
    tx: Tx,
    asked: readonly Asked<GivenSubmission>[],
  ): Promise<readonly (ApplicationView | Refusal)[]> {
    const ids = asked.map(({ row }) => row);
    const { free: drafts, held } = await lockFree(tx, ids);
    const days = asked.flatMap(({ row, content }): (readonly [string, LegalDate])[] => {
      const draft = drafts.get(row);
      return draft ? [[draft.season, dateOf(content.arrivedAt)]] : [];
    });
    const terms = await TermsOfSeasons.read(tx, days);
    const examined = asked.map((one) =>
      held.has(one.row) ? new Held() : orRefusal(() => this.examine(one, drafts.get(one.row), terms)),
    );
    const fit = await refuseTaken(tx, examined);
    const numbers = await this.numbersOf(tx, fit.filter(isFit));
    const submitted = fit.map((one) => {
      if (!isFit(one)) return one;
      const number = one.draft.number ?? numbers.get(identityName(one.draft)) ?? '';
      const [application, fact] = submit(one.draft, { ...one, number }, one.book, one.arrivedAt);
      return { application, told: { fact, at: one.arrivedAt, context: workOf(one.request) } };
    });
    const done = submitted.filter(isFit);
    const applications = done.map(({ application }) => application);
    await allOf([
      save(tx, applications),
      registerDocuments(tx, applications.map(submittedForm)),
      recordEach(
        tx,
        done.map(({ told }) => told),
      ),
    ]);
    return submitted.map((one) => (one instanceof Refusal ? one : viewOf(one.application, { own: true })));
  }

  /** Refuses what may not be submitted. The transaction sees every row, so whose it is is asked here. */
  private examine(
    { request, content }: Asked<GivenSubmission>,
    draft: Application | undefined,
    terms: TermsOfSeasons,
  ): Fit {
    const { actor, declared, arrivedAt } = content;
    if (draft?.accountId !== actor.account) throw new Refusal('record.unknown');
    const day = dateOf(arrivedAt);
    const { window, book, season } = terms.of(draft.season, day);
    requireWithin(window, 'registration', arrivedAt);
    if (book instanceof Refusal) throw book;
    const identity = this.identityOf(draft, day);
    const checks = identity ? check(draft, identity, { book, season }) : [];
    requireFit(draft, { declared, checks }, book);
    const own = { identityNumber: identity?.number ?? '', salt: receiptSalt(draft.id, this.sealing) };
    return { ...content, request, draft, checks, book, receipt: receiptOf({ form: draft.form, ...own }) };
  }

  /** An unfinished form has nothing to look up: the rule names the gaps. */
  private identityOf({ form, identitySealed }: Application, day: LegalDate): IdentityNumber | null {
    if (!identitySealed || !form.category || !form.graduatesOn || !form.university) return null;
    return readIdentity(this.sealing.open(identitySealed), day);
  }

  /** Numbers for those who have none yet; the number of a first submission stays, and who is refused takes none. */
  private async numbersOf(tx: Tx, fit: readonly Fit[]): Promise<Map<string, string>> {
    const numbers = new Map<string, string>();
    const unnumbered = fit.map(({ draft }) => draft).filter(({ number }) => !number);
    const regions = new Map(unnumbered.map((draft) => [`${draft.season} ${draft.division}`, draft]));
    for (const of of regions.values()) {
      const people = unnumbered.filter(({ season, division }) => season === of.season && division === of.division);
      const claimed = await claimNumbers(
        tx,
        of,
        people.map(({ identityIndex }) => identityIndex ?? ''),
        this.sealing,
      );
      for (const [identityIndex, number] of claimed) {
        numbers.set(identityName({ season: of.season, identityIndex }), number);
      }
    }
    return numbers;
  }
}

/** Looks up what the tables know of this form. */
function check(
  { form }: Application,
  identity: IdentityNumber,
  { book, season }: { readonly book: Rulebook; readonly season: SeasonCopy | Refusal },
): EligibilityCheck[] {
  const { category, graduatesOn } = form;
  if (!category || !graduatesOn) return [];
  const known = {
    universityListed: university(form.university ?? '') !== undefined,
    divisionKnown: identity.divisionStatus !== 'unknown',
    birthDate: identity.birthDate as LegalDate,
  };
  if (season instanceof Refusal) throw season;
  return checkEligibility({ category, graduatesOn }, known, { startsOn: season.startsOn, book });
}

function isFit<One extends object>(one: One | Refusal): one is One {
  return !(one instanceof Refusal);
}

/** One identity number applies once a season; of two that come together the first does. */
async function refuseTaken(tx: Tx, examined: readonly (Fit | Refusal)[]): Promise<(Fit | Refusal)[]> {
  const taken = await takenIdentities(
    tx,
    examined.filter(isFit).map(({ draft }) => draft),
  );
  return examined.map((one) => {
    if (!isFit(one)) return one;
    const identity = identityName(one.draft);
    if (taken.has(identity)) return identityTaken();
    taken.add(identity);
    return one;
  });
}

/** Sent together. When the first fails, the others fail because of it: the first that failed says why. */
async function allOf(statements: readonly Promise<unknown>[]): Promise<void> {
  for (const done of await Promise.allSettled(statements)) if (done.status === 'rejected') throw done.reason;
}

async function save(tx: Tx, applications: readonly Application[]): Promise<void> {
  try {
    await saveSubmitted(tx, applications);
  } catch (error) {
    // Two people submitted the same identity number at the same instant: the index lets one through. Which of many it
    // was shows when it stands alone.
    if (sqlState(error) === '23505' && applications.length === 1) throw identityTaken();
    throw error;
  }
}

function identityTaken(): Refusal {
  return new Refusal('application.identity-number-taken', { pointer: '/identityNumber' });
}
