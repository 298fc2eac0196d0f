import type { Actor } from '@xibu/domain';
import type { AdjustmentView } from '@xibu/domain/finance/api';
import type { Tx } from '@xibu/platform';
import { found } from '../offices/office-scope.js';
import { stepOf } from '../offices/signature.js';
import type { Adjustment } from './adjustment.js';
import { AdjustmentTable } from './adjustment.table.js';

export async function lockAdjustment(tx: Tx, id: string, actor: Actor): Promise<Adjustment> {
  return found(await tx.findOne(AdjustmentTable, { where: { id }, lock: { mode: 'pessimistic_write' } }), actor);
}

export function viewOf(adjustment: Adjustment): AdjustmentView {
  const { id, division, title, documentNumber, fromDay, rows, status, prepared, dryRun, reason, version } = adjustment;
  return {
    ...{ id, division, title, documentNumber, from: fromDay, ...rows, status, dryRun, reason, version },
    ...{ prepared: { by: prepared.name, at: prepared.at }, decided: stepOf(adjustment.decided) },
  };
}
