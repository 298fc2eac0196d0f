import { Injectable } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { ClaimView, DecideClaimRequest, PayClaimRequest, ReportClaimRequest } from '@xibu/domain/finance/api';
import { Clock, Database, newId, rewrite, Sealing, type Tx } from '@xibu/platform';
import { nameOf } from '../bank-cards/list-bank-cards.js';
import { found } from '../offices/office-scope.js';
import type { InsuranceClaim } from './insurance-claim.js';
import { addDocuments, type CoverOfDay, decide, pay, report, viewOf } from './insurance-claim.rules.js';
import { InsuranceClaimTable } from './insurance-claim.table.js';

/** The steps of a claim; the county reports and brings the papers, the region hears from the insurer. */
@Injectable()
export class HandleClaim {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  async report(request: ReportClaimRequest, actor: Actor): Promise<ClaimView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { accountId, happenedOn, words } = request;
      const [cover]: CoverOfDay[] = await tx.query(
        `select policy_id "policyId", division from commercial_cover
         where account_id = $1 and status in ('insured', 'ended') and from_day <= $2::date and to_day > $2::date`,
        [accountId, happenedOn],
      );
      const given = { wordsSealed: this.sealing.seal(words.trim()), cover: cover ?? null };
      const claim = report(newId(now), request, given, actor, now);
      await tx.insert(InsuranceClaimTable, found(claim, actor));
      return this.view(tx, claim, true);
    });
  }

  addDocuments(id: string, documents: readonly string[], actor: Actor): Promise<ClaimView> {
    return this.step(id, actor, true, (claim, now) => addDocuments(claim, documents, actor, now));
  }

  decide(id: string, request: DecideClaimRequest, actor: Actor): Promise<ClaimView> {
    return this.step(id, actor, false, (claim, now) => decide(claim, request, actor, now));
  }

  pay(id: string, request: PayClaimRequest, actor: Actor): Promise<ClaimView> {
    return this.step(id, actor, false, (claim, now) => pay(claim, request, actor, now));
  }

  get(id: string, actor: Actor): Promise<ClaimView> {
    return this.database.transaction(async (tx) => {
      const claim = found(await tx.findOne(InsuranceClaimTable, { where: { id } }), actor);
      const mayRead = actor.roles.includes('person') || actor.roles.includes('county.officer');
      return this.view(tx, claim, mayRead);
    });
  }

  private step(
    id: string,
    actor: Actor,
    mayRead: boolean,
    take: (claim: InsuranceClaim, now: Date) => InsuranceClaim,
  ): Promise<ClaimView> {
    return this.database.transaction(async (tx) => {
      const where = { id };
      const before = found(
        await tx.findOne(InsuranceClaimTable, { where, lock: { mode: 'pessimistic_write' } }),
        actor,
      );
      const claim = take(before, this.clock.now());
      await rewrite(tx, InsuranceClaimTable, claim);
      return this.view(tx, claim, mayRead);
    });
  }

  private async view(tx: Tx, claim: InsuranceClaim, mayRead: boolean): Promise<ClaimView> {
    const words = mayRead ? this.sealing.open(claim.wordsSealed) : null;
    return viewOf(claim, await nameOf(tx, claim.accountId), words);
  }
}
