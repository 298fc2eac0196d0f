import { Controller, Get, Query } from '@nestjs/common';
import type { ReceiptCheck, ReceiptKey } from '@xibu/domain/recruitment/api';
import { Open } from '@xibu/platform';
import { IsString, Matches, MaxLength } from 'class-validator';
import { checkReceipt } from './receipt.rules.js';
import { ReceiptSigner } from './receipt-signer.js';

class ReceiptQuery {
  /** The signed receipt, as its holder was given it. */
  @IsString()
  @MaxLength(1000)
  readonly receipt: string;

  /** Of the form that is compared with it. */
  @Matches(/^[0-9a-f]{64}$/)
  readonly digest: string;
}

/** Anybody may ask whether a receipt is ours and belongs to a form. No table is read: the receipt speaks for itself. */
@Controller('receipts')
export class ReceiptsController {
  constructor(private readonly signer: ReceiptSigner) {}

  @Get('key')
  @Open()
  key(): ReceiptKey {
    return { algorithm: 'EdDSA', publicKey: this.signer.publicKey() };
  }

  @Get('check')
  @Open()
  check(@Query() { receipt, digest }: ReceiptQuery): ReceiptCheck {
    return checkReceipt(this.signer.read(receipt), digest);
  }
}
