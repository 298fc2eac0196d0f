import { EntitySchema } from 'typeorm';
import type { Notice, Receipt } from './notice.js';

export const NoticeTable = new EntitySchema<Notice>({
  name: 'notice',
  columns: {
    id: { type: 'uuid', primary: true },
    number: { type: 'text' },
    title: { type: 'text' },
    text: { type: 'text' },
    officeId: { name: 'office_id', type: 'uuid' },
    issuedBy: { name: 'issued_by', type: 'text' },
    issuedByName: { name: 'issued_by_name', type: 'text' },
    issuedAt: { name: 'issued_at', type: 'timestamptz' },
    isPublic: { name: 'is_public', type: 'boolean' },
    receiptDueOn: { name: 'receipt_due_on', type: 'date', nullable: true },
  },
});

export const ReceiptTable = new EntitySchema<Receipt>({
  name: 'notice_receipt',
  columns: {
    id: { type: 'uuid', primary: true },
    noticeId: { name: 'notice_id', type: 'uuid' },
    officeId: { name: 'office_id', type: 'uuid' },
    division: { type: 'int', nullable: true },
    university: { type: 'text', nullable: true },
    faculty: { type: 'text', nullable: true },
    unit: { type: 'text', nullable: true },
    readAt: { name: 'read_at', type: 'timestamptz', nullable: true },
    readBy: { name: 'read_by', type: 'text', nullable: true },
    feedback: { type: 'text', nullable: true },
  },
});
