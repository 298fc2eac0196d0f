import { Injectable } from '@nestjs/common';
import type { DocumentCheck } from '@xibu/domain/recruitment/api';
import { Database } from '@xibu/platform';
import { DocumentSigner } from './document-signer.js';
import type { DocumentKind } from './issued-document.js';
import { check } from './issued-document.rules.js';
import { IssuedDocumentTable } from './issued-document.table.js';

/** Whether a paper that somebody holds is genuine and still in force. */
@Injectable()
export class CheckDocument {
  constructor(
    private readonly database: Database,
    private readonly signer: DocumentSigner,
  ) {}

  async run(kind: DocumentKind, number: string, token: string): Promise<DocumentCheck> {
    const claims = await this.signer.read(token);
    const record = await this.database.transaction((tx) =>
      tx.findOne(IssuedDocumentTable, { where: { kind, number } }),
    );
    return check(kind, number, claims, record);
  }
}
