import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal, type Rulebook } from '@xibu/domain';
import type { ApplicationView, EligibilityCheck, SubmitApplicationRequest } from '@xibu/domain/recruitment/api';
import {
  Clock,
  Database,
  record,
  requireOpen,
  rewrite,
  rulebookOn,
  Sealing,
  seasonOf,
  sqlState,
  type Tx,
} from '@xibu/platform';
import { university } from '@xibu/reference';
import { registerDocuments } from '../documents/register-documents.js';
import type { Application } from './application.js';
import { submit } from './application.rules.js';
import { ApplicationTable } from './application.table.js';
import { claimNumbers } from './application-number.js';
import { viewOf } from './application-view.js';
import { checkEligibility } from './eligibility.rules.js';
import { lockOwn } from './find-application.js';
import { readIdentity } from './read-identity.js';
import { receiptOf } from './receipt.js';
import { submittedForm } from './submitted-form.js';

/** Lock, decide, save, record: the pattern that every use case follows. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async run(id: string, { declared }: SubmitApplicationRequest, actor: Actor): Promise<ApplicationView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const draft = await lockOwn(tx, id, actor);
      await requireOpen(tx, draft.season, 'registration', now);
      const book = await rulebookOn(tx, draft.season, dateOf(now));
      const checks = await this.check(tx, draft, book);
      const number = await this.numberOf(tx, draft);
      const [application, fact] = submit(draft, { declared, checks, number, receipt: receiptOf(draft) }, book, now);
      await save(tx, application);
      await registerDocuments(tx, [submittedForm(application)]);
      await record(tx, now, fact);
      return viewOf(application, { own: true });
    });
  }

  /** The number of its first submission stays. A form without identity number is refused before it needs one. */
  private async numberOf(tx: Tx, draft: Application): Promise<string> {
    if (draft.number || !draft.identityIndex) return draft.number ?? '';
    const claimed = await claimNumbers(tx, draft, [draft.identityIndex], this.sealing);
    return claimed.get(draft.identityIndex) ?? '';
  }

  /** Looks up what the tables know of this form. An unfinished form has nothing to look up: the rule names the gaps. */
  private async check(tx: Tx, draft: Application, book: Rulebook): Promise<EligibilityCheck[]> {
    const { form, identitySealed, season } = draft;
    if (!identitySealed || !form.category || !form.graduatesOn || !form.university) return [];
    const identity = readIdentity(this.sealing.open(identitySealed), this.clock.today());
    const known = {
      universityListed: university(form.university) !== undefined,
      divisionKnown: identity.divisionStatus !== 'unknown',
      birthDate: identity.birthDate as `${number}-${number}-${number}`,
    };
    const { startsOn } = await seasonOf(tx, season);
    return checkEligibility({ category: form.category, graduatesOn: form.graduatesOn }, known, { startsOn, book });
  }
}

async function save(tx: Tx, application: Application): Promise<void> {
  try {
    await rewrite(tx, ApplicationTable, application);
  } catch (error) {
    // Two people submitted the same identity number at the same instant: the index lets one through.
    if (sqlState(error) === '23505')
      throw new Refusal('application.identity-number-taken', { pointer: '/identityNumber' });
    throw error;
  }
}
