import { Injectable } from '@nestjs/common';
import { type Actor, dateOf, Refusal } from '@xibu/domain';
import type { PolicyView, PreparePolicyRequest } from '@xibu/domain/finance/api';
import { Clock, Database, newId, rewrite, rulebookOn, seasonOf, sqlState, windowOf } from '@xibu/platform';
import { enrol } from '../insurance-covers/enrol.js';
import { found, refuseForeignPlace } from '../offices/office-scope.js';
import { approve, prepare, viewOf } from './insurance-policy.rules.js';
import { InsurancePolicyTable } from './insurance-policy.table.js';
import { membersOf } from './list-policies.js';

/** A policy is entered by one person and approved by another; then everybody who waits for cover is enrolled. */
@Injectable()
export class PreparePolicy {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(request: PreparePolicyRequest, actor: Actor): Promise<PolicyView> {
    const now = this.clock.now();
    refuseForeignPlace(request.place, actor, '/place');
    return this.database.transaction(async (tx) => {
      const { endsOn } = await seasonOf(tx, request.season);
      const book = await rulebookOn(tx, request.season, dateOf(now));
      const window = await windowOf(tx, request.season, 'report-in');
      const year = { endsOn, reportInOn: window ? dateOf(window.opensAt) : null };
      const policy = prepare(newId(now), request, { ...year, book }, actor, now);
      try {
        await tx.insert(InsurancePolicyTable, policy);
      } catch (error) {
        if (sqlState(error) === '23505') throw new Refusal('policy.exists', { pointer: '/number' });
        throw error;
      }
      return viewOf(policy, 0);
    });
  }

  async approve(id: string, actor: Actor): Promise<PolicyView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const where = { id };
      const before = found(
        await tx.findOne(InsurancePolicyTable, { where, lock: { mode: 'pessimistic_write' } }),
        actor,
      );
      const policy = approve(before, actor, now);
      await rewrite(tx, InsurancePolicyTable, policy);
      await enrol(tx, policy.season, now);
      return viewOf(policy, await membersOf(tx, id));
    });
  }
}
