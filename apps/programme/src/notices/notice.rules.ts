import { type Actor, dateOf, type Fact, isLegalDate, type LegalDate, Refusal } from '@xibu/domain';
import type { IssueNoticeRequest } from '@xibu/domain/programme/api';
import { NoticeIssued } from '@xibu/domain/programme/events';
import type { Office } from '../offices/office.js';
import type { Notice, Receipt, Recipient } from './notice.js';

/** The fact names every recipient; more than these and it is passed on from tier to tier, as on paper. */
export const recipientsMax = 5000;

/** A notice goes downward, to whole tiers within the scope of whoever issues it (S0: 按照全国项目办有关通知要求). */
export function issue(
  request: IssueNoticeRequest,
  issuer: Office,
  recipients: readonly Recipient[],
  actor: Actor,
  making: { readonly id: string; readonly now: Date },
): [Notice, Fact] {
  if (issuer.status === 'closed') throw new Refusal('office.closed');
  if (recipients.length === 0 && !request.isPublic) throw new Refusal('notice.no-recipients', { pointer: '/tiers' });
  if (recipients.length > recipientsMax) throw new Refusal('notice.too-many-recipients', { max: recipientsMax });
  const notice: Notice = {
    ...{ id: making.id, number: request.number.trim(), title: request.title.trim(), text: request.text },
    ...{ officeId: issuer.id, issuedBy: actor.account, issuedByName: issuer.name, issuedAt: making.now },
    ...{ isPublic: request.isPublic, receiptDueOn: readDue(request.receiptDueOn, making.now) },
  };
  const { id: noticeId, number, title } = notice;
  const ids = recipients.map(({ id }) => id);
  return [notice, NoticeIssued(noticeId, { noticeId, number, title, issuedBy: issuer.id, recipients: ids })];
}

/** The first reading is the receipt; a later one may add an answer and leaves the first instant as it was. */
export function receive(receipt: Receipt, feedback: string | undefined, actor: Actor, now: Date): Receipt {
  return {
    ...receipt,
    ...{ readAt: receipt.readAt ?? now, readBy: receipt.readBy ?? actor.name },
    feedback: feedback?.trim() || receipt.feedback,
  };
}

function readDue(text: string | undefined, now: Date): LegalDate | null {
  if (text === undefined) return null;
  if (!isLegalDate(text) || text < dateOf(now)) throw new Refusal('notice.due-in-past', { pointer: '/receiptDueOn' });
  return text;
}
