import { Injectable } from '@nestjs/common';
import { type Actor, type LegalDate, Refusal } from '@xibu/domain';
import type { AgreementParty, AgreementView, AllowLateRequest, BulkResult } from '@xibu/domain/placement/api';
import { Any, Clock, Database, record, requireOpen, type Tx, windowOf } from '@xibu/platform';
import { decideRows } from '../volunteers/row-results.js';
import { storeAll } from '../volunteers/store-all.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import { isInScope } from '../volunteers/volunteer-scope.js';
import type { Agreement } from './agreement.js';
import { allowLate, conclude, sign } from './agreement.rules.js';
import { AgreementTable } from './agreement.table.js';
import { viewOfAgreement } from './agreement-view.js';

const lock = { mode: 'pessimistic_write' } as const;

/** The three signatures; who signs is the party that signs. Units and counties sign many at once. */
@Injectable()
export class SignAgreements {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(ids: readonly string[], actor: Actor): Promise<BulkResult> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const agreements = (
        await tx.find(AgreementTable, { where: { id: Any([...ids]) }, order: { agreementNumber: 'ASC' }, lock })
      ).filter((agreement) => isInScope(agreement, actor));
      if (agreements.length < ids.length) throw new Refusal('record.unknown');
      const closing = await closingOf(tx, agreements, now);
      const rows = agreements.map((agreement) => ({ number: agreement.number, agreement }));
      const { done, result } = decideRows(rows, ({ agreement }) => {
        const windowClosesAt = closing.get(agreement.season) ?? now;
        return sign(agreement, { party: partyOf(actor), by: actor.name, windowClosesAt }, now);
      });
      await storeAll(tx, AgreementTable, done);
      await this.concludeAll(
        tx,
        done.filter(({ status }) => status === 'signed'),
        now,
      );
      return result;
    });
  }

  /** One agreement: a "no" is the answer itself. */
  async one(id: string, actor: Actor): Promise<AgreementView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const agreement = await this.lockOne(tx, id, actor);
      const closing = await closingOf(tx, [agreement], now);
      const windowClosesAt = closing.get(agreement.season) ?? now;
      const signed = sign(agreement, { party: partyOf(actor), by: actor.name, windowClosesAt }, now);
      await storeAll(tx, AgreementTable, [signed]);
      if (signed.status === 'signed') await this.concludeAll(tx, [signed], now);
      return viewOfAgreement(signed, '');
    });
  }

  async allowLate(id: string, { reason, until }: AllowLateRequest, actor: Actor): Promise<AgreementView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const agreement = await this.lockOne(tx, id, actor);
      const allowed = allowLate(agreement, reason, until as LegalDate, now);
      await storeAll(tx, AgreementTable, [allowed]);
      return viewOfAgreement(allowed, '');
    });
  }

  private async lockOne(tx: Tx, id: string, actor: Actor): Promise<Agreement> {
    const agreement = await tx.findOne(AgreementTable, { where: { id }, lock });
    if (!agreement || !isInScope(agreement, actor)) throw new Refusal('record.unknown');
    return agreement;
  }

  private async concludeAll(tx: Tx, agreements: readonly Agreement[], now: Date): Promise<void> {
    if (agreements.length === 0) return;
    const ids = agreements.map(({ volunteerId }) => volunteerId);
    const volunteers = await tx.find(VolunteerTable, { where: { id: Any(ids) }, order: { number: 'ASC' }, lock });
    const byId = new Map(volunteers.map((volunteer) => [volunteer.id, volunteer]));
    const facts = agreements.map((agreement) => {
      const volunteer = byId.get(agreement.volunteerId);
      if (!volunteer) throw new Refusal('record.unknown');
      const [next, fact] = conclude(volunteer, agreement, now);
      byId.set(next.id, next);
      return fact;
    });
    await storeAll(tx, VolunteerTable, [...byId.values()]);
    await record(tx, now, ...facts);
  }
}

export function partyOf({ roles }: Pick<Actor, 'roles'>): AgreementParty {
  if (roles.includes('person')) return 'volunteer';
  return roles.includes('unit.officer') ? 'unit' : 'county';
}

/** When the agreement window of each season closes. Before it opens nothing first is signed. */
async function closingOf(tx: Tx, agreements: readonly Agreement[], now: Date): Promise<Map<string, Date>> {
  const seasons = new Set(agreements.filter(({ kind }) => kind === 'first').map(({ season }) => season));
  const closing = new Map<string, Date>();
  for (const season of seasons) {
    const window = await windowOf(tx, season, 'agreement');
    if (!window || now < window.opensAt) await requireOpen(tx, season, 'agreement', now);
    if (window) closing.set(season, window.closesAt);
  }
  return closing;
}
