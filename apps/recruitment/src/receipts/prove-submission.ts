import { Injectable } from '@nestjs/common';
import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { Sealing } from '@xibu/platform';
import { ReceiptSigner } from './receipt-signer.js';

/** Gives the person what proves their submission to anybody, whatever becomes of this system. */
@Injectable()
export class ProveSubmission {
  constructor(
    private readonly signer: ReceiptSigner,
    private readonly sealing: Sealing,
  ) {}

  run(own: ApplicationView): ApplicationView {
    const { id, number, receipt, submittedAt } = own;
    if (!number || !receipt || !submittedAt) return own;
    const signed = this.signer.sign({ number, digest: receipt, submittedAt });
    return { ...own, proof: { signed, salt: receiptSalt(id, this.sealing) } };
  }
}

/** What goes into the digest of an application beside its form. */
export function receiptSalt(applicationId: string, sealing: Sealing): string {
  return sealing.blindIndex(`receipt:${applicationId}`);
}
