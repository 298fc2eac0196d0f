import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { ProposeTransferRequest, QuotaLine, QuotaTransferView } from '@xibu/domain/placement/api';
import { Clock, Database, newId, rewrite, type Tx } from '@xibu/platform';
import { countyInSeason, isWithin } from '../counties/find-county.js';
import { requireInService } from '../counties/standing.rules.js';
import { requireNotFrozen } from '../rounds/frozen-round-of.js';
import { lockPlanInForce } from './find-quota-plan.js';
import { type QuotaTransfer, quotaIdOf } from './quota.js';
import { QuotaTransferTable } from './quota.table.js';
import { takenOf } from './quota-forest.rules.js';
import { approveTransfer, proposeTransfer, refuseTransfer } from './quota-transfer.rules.js';
import { readLines, readUsage, writeLines } from './read-quotas.js';

/** 名额调剂 and 收回 while a season runs. The plan in force is locked, so that no number is given away twice. */
@Injectable()
export class TransferQuota {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async propose(request: ProposeTransferRequest, actor: Actor): Promise<QuotaTransferView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const plan = await lockPlanInForce(tx, request.season, actor);
      const left = await this.leftOf(tx, request);
      const transfer = proposeTransfer(newId(now), request, plan, left, { ...actor, now });
      if (request.to !== null) requireInService(await countyInSeason(tx, request.to, request.season));
      await tx.insert(QuotaTransferTable, transfer);
      return viewOf(transfer);
    });
  }

  async approve(id: string, actor: Actor): Promise<QuotaTransferView> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { season } = await this.find(tx, id, actor);
      await requireNotFrozen(tx, season);
      const plan = await lockPlanInForce(tx, season, actor);
      const transfer = await this.find(tx, id, actor);
      if (transfer.to !== null) requireInService(await countyInSeason(tx, transfer.to, season));
      const lines = await readLines(tx, { season });
      const left = await this.leftOf(tx, transfer);
      const [approved, changed] = approveTransfer(transfer, lines, left, { ...actor, now });
      await rewrite(tx, QuotaTransferTable, approved);
      await writeLines(tx, plan, changed, 'change');
      return viewOf(approved);
    });
  }

  async refuse(id: string, reason: string, actor: Actor): Promise<QuotaTransferView> {
    return this.database.transaction(async (tx) => {
      const transfer = await this.find(tx, id, actor);
      const refused = refuseTransfer(transfer, reason, { ...actor, now: this.clock.now() });
      await rewrite(tx, QuotaTransferTable, refused);
      return viewOf(refused);
    });
  }

  private async find(tx: Tx, id: string, actor: Actor): Promise<QuotaTransfer> {
    const transfer = await tx.findOne(QuotaTransferTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!transfer || !isWithin(transfer.division, actor)) throw new Refusal('record.unknown');
    return transfer;
  }

  /** What the giving county has and nobody sits on. */
  private async leftOf(
    tx: Tx,
    { season, projectKind, from }: Pick<QuotaTransfer, 'season' | 'projectKind' | 'from'>,
  ): Promise<number> {
    const line: Omit<QuotaLine, 'max'> = { division: from, projectKind, special: null };
    const lines = await readLines(tx, { season });
    const max = lines.find((each) => quotaIdOf(each) === quotaIdOf(line))?.max ?? 0;
    return Math.max(0, max - takenOf(line, await readUsage(tx, season)));
  }
}

function viewOf(transfer: QuotaTransfer): QuotaTransferView {
  const { id, season, projectKind, from, to, count, reason, status } = transfer;
  const { proposedByName: proposedBy, decidedBy, decisionReason } = transfer;
  return { id, season, projectKind, from, to, count, reason, status, proposedBy, decidedBy, decisionReason };
}
