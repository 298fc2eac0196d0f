import { Injectable } from '@nestjs/common';
import { signDocument, verificationUrl, verifyDocument } from '@xibu/documents';
import { RecruitmentConfig } from '../recruitment.config.js';
import type { SignedClaims } from './issued-document.rules.js';

/** Signs what is printed, and tells its own signature from others. */
@Injectable()
export class DocumentSigner {
  constructor(private readonly config: RecruitmentConfig) {}

  /** The address in the QR code: the portal's page of checks, with kind, number and signed token behind it. */
  async urlOf(document: SignedClaims): Promise<string> {
    const token = await signDocument(document, JSON.parse(this.config.documentPrivateKey));
    const page = `${this.config.publicUrl.replace(/\/$/, '')}/check/${document.kind}/${document.number}`;
    return verificationUrl(page, token);
  }

  /** What the token says; null when it is not ours or was altered. */
  async read(token: string): Promise<SignedClaims | null> {
    const verified = await verifyDocument(token, JSON.parse(this.config.documentPublicKey));
    return verified.ok ? verified.document : null;
  }
}
