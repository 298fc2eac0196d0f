import type { Actor } from '@xibu/domain/access';
import type { NoticeRow } from '@xibu/domain/programme/api';

/** Whether one's own office issued a notice: it alone may see the receipts. A notice names its issuer as it was then. */
export function isOwn({ issuedByName }: Pick<NoticeRow, 'issuedByName'>, { officeName }: Pick<Actor, 'officeName'>) {
  return issuedByName === officeName;
}
