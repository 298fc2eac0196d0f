import type { QuotaLine, QuotaPlanView } from '@xibu/domain/placement/api';
import type { QuotaPlan } from './quota.js';
import { allotted, type Ground } from './quota-forest.rules.js';

export function viewOfPlan(
  plan: QuotaPlan,
  lines: readonly QuotaLine[],
  { book }: Pick<Ground, 'book'>,
): QuotaPlanView {
  const { id, season, status, preparedByName, approvedBy, decidedBy, returnReason, version } = plan;
  return {
    ...{ id, season, status, lines, preparedBy: preparedByName, approvedBy, decidedBy, returnReason, version },
    scale: {
      national: { max: book.values.nationalScaleOnPost, allotted: allotted(lines, 'national') },
      local: { max: book.values.localNewRecruits, allotted: allotted(lines, 'local') },
    },
  };
}
