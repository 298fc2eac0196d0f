import { type Actor, Refusal } from '@xibu/domain';
import type { ProposeTransferRequest, QuotaLine } from '@xibu/domain/placement/api';
import { type QuotaPlan, type QuotaTransfer, quotaIdOf } from './quota.js';

/** 名额调剂 or 收回: proposed with a reason, within what the giving county has not used. */
export function proposeTransfer(
  id: string,
  request: ProposeTransferRequest,
  plan: QuotaPlan,
  left: number,
  by: Pick<Actor, 'account' | 'name'> & { readonly now: Date },
): QuotaTransfer {
  const { season, projectKind, from, to, count } = request;
  if (from === to) throw new Refusal('quota.transfer-to-itself', { pointer: '/to' });
  const reason = needReason(request.reason);
  requireLeft(left, count);
  return {
    ...{ id, season, division: plan.division, planId: plan.id, projectKind, from, to, count, reason },
    ...{ status: 'proposed', proposedBy: by.account, proposedByName: by.name, decidedBy: null },
    ...{ decisionReason: null, updatedAt: by.now },
  };
}

/** The lines after it, for both counties; a county without a line gets one. */
export function approveTransfer(
  transfer: QuotaTransfer,
  lines: readonly QuotaLine[],
  left: number,
  by: Pick<Actor, 'account' | 'name'> & { readonly now: Date },
): [QuotaTransfer, QuotaLine[]] {
  requireOpen(transfer, by.account);
  const { projectKind, from, to, count } = transfer;
  requireLeft(left, count);
  const lineOf = (division: number): QuotaLine => {
    const line = { division, projectKind, special: null };
    return lines.find((each) => quotaIdOf(each) === quotaIdOf(line)) ?? { ...line, max: 0 };
  };
  const giving = lineOf(from);
  const changed = [{ ...giving, max: giving.max - count }];
  if (to !== null) changed.push({ ...lineOf(to), max: lineOf(to).max + count });
  return [{ ...transfer, status: 'approved', decidedBy: by.name, updatedAt: by.now }, changed];
}

export function refuseTransfer(
  transfer: QuotaTransfer,
  reason: string,
  by: Pick<Actor, 'account' | 'name'> & { readonly now: Date },
): QuotaTransfer {
  requireOpen(transfer, by.account);
  const decision = { decidedBy: by.name, decisionReason: needReason(reason), updatedAt: by.now };
  return { ...transfer, ...decision, status: 'refused' };
}

function requireOpen({ status, proposedBy }: QuotaTransfer, account: string): void {
  if (status !== 'proposed') throw new Refusal('quota.transfer-decided', { status });
  if (proposedBy === account) throw new Refusal('four-eyes.same-person');
}

function requireLeft(left: number, count: number): void {
  if (count > left) throw new Refusal('quota.not-enough', { pointer: '/count', left });
}

function needReason(reason: string): string {
  if (reason.trim() === '') throw new Refusal('reason.missing', { pointer: '/reason' });
  return reason.trim();
}
