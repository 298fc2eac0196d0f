import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RecruitmentConfig } from '../recruitment.config.js';

/** What a receipt says: this form, under this number, arrived at this time. */
export interface ReceiptClaims {
  readonly number: string;
  /** Of the form; see `receiptOf`. */
  readonly digest: string;
  /** RFC 3339. */
  readonly submittedAt: string;
}

const kind = 'receipt';
const header = Buffer.from(JSON.stringify({ alg: 'EdDSA' })).toString('base64url');

/**
 * Signs receipts with the key of the documents, as compact JWS (Ed25519), of a kind that no document has. One goes out
 * with every submission, so it is made at once instead of by turns of the thread pool.
 */
@Injectable()
export class ReceiptSigner {
  private readonly privateKey: KeyObject;
  private readonly key: KeyObject;

  constructor({ documentPrivateKey, documentPublicKey }: RecruitmentConfig) {
    this.privateKey = createPrivateKey({ key: JSON.parse(documentPrivateKey), format: 'jwk' });
    this.key = createPublicKey({ key: JSON.parse(documentPublicKey), format: 'jwk' });
  }

  sign({ number, digest, submittedAt }: ReceiptClaims): string {
    const claims = JSON.stringify({ k: kind, n: number, d: digest, t: submittedAt });
    const content = `${header}.${Buffer.from(claims).toString('base64url')}`;
    return `${content}.${sign(null, Buffer.from(content), this.privateKey).toString('base64url')}`;
  }

  /** What the receipt says; null when it is not ours or was altered. */
  read(receipt: string): ReceiptClaims | null {
    const [head, claims = '', signature = '', ...more] = receipt.split('.');
    if (head !== header || more.length > 0) return null;
    const content = Buffer.from(`${head}.${claims}`);
    if (!verify(null, content, this.key, Buffer.from(signature, 'base64url'))) return null;
    const { k, n, d, t } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, string>;
    return k === kind && n && d && t ? { number: n, digest: d, submittedAt: t } : null;
  }

  /** With which anybody checks a receipt, also without this service; JWK. */
  publicKey(): object {
    return this.key.export({ format: 'jwk' });
  }
}
