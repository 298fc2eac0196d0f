import { tokenIn } from '@xibu/documents';
import { type TestDatabase, testPrivateKey, testPublicKey } from '@xibu/platform/testing';
import type { RecruitmentConfig } from '../recruitment.config.js';
import { DocumentSigner } from './document-signer.js';
import type { DocumentKind } from './issued-document.js';

const keys = { documentPrivateKey: testPrivateKey, documentPublicKey: testPublicKey };
const config = { ...keys, publicUrl: 'https://xibu.example' } as RecruitmentConfig;
const signer = new DocumentSigner(config);

/** Variables with which a whole service signs in specs. */
export const testDocumentKeys = {
  XIBU_DOCUMENT_PRIVATE_KEY: testPrivateKey,
  XIBU_DOCUMENT_PUBLIC_KEY: testPublicKey,
} as const;

export const testSigner = {
  signer,
  /** The token that stands in the code of a document as it is registered now. */
  async tokenOf(test: Pick<TestDatabase, 'query'>, kind: DocumentKind, number: string): Promise<string> {
    const [row] = await test.query<{ holder: string; digest: string; issuedOn: string }>(
      'select holder, digest, issued_on::text "issuedOn" from issued_document where kind = $1 and number = $2',
      [kind, number],
    );
    if (!row) throw new Error(`no ${kind} ${number} is registered`);
    return tokenIn(await signer.urlOf({ kind, number, ...row })) ?? '';
  },
};
