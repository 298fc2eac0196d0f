import { rfc3339 } from '@xibu/domain';
import type { NoticeView } from '@xibu/domain/programme/api';
import type { Notice } from './notice.js';

/** `readAt` is when one’s own office read it. */
export function viewOf(notice: Notice, readAt: Date | null): NoticeView {
  const { id, number, title, text, officeId, issuedByName, issuedAt, isPublic, receiptDueOn } = notice;
  return {
    ...{ id, number, title, text, officeId, issuedByName, isPublic, receiptDueOn },
    ...{ issuedAt: rfc3339(issuedAt), readAt: readAt ? rfc3339(readAt) : null },
  };
}
