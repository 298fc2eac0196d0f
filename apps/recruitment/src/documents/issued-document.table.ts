import { EntitySchema } from 'typeorm';
import type { IssuedDocument } from './issued-document.js';

export const IssuedDocumentTable = new EntitySchema<IssuedDocument>({
  name: 'issued_document',
  columns: {
    kind: { type: 'text', primary: true },
    number: { type: 'text', primary: true },
    accountId: { name: 'account_id', type: 'text' },
    division: { type: 'int' },
    university: { type: 'text', nullable: true },
    holder: { type: 'text' },
    digest: { type: 'text' },
    issuedOn: { name: 'issued_on', type: 'date' },
    voidSince: { name: 'void_since', type: 'timestamptz', nullable: true },
  },
});
