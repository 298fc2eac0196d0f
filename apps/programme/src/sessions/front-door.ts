import { Injectable } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import { Secrets } from '../passwords/secrets.js';
import { ProgrammeConfig } from '../programme.config.js';

/** The header by which the gateway is known. */
export const gatewayKeyHeader = 'x-xibu-gateway-key';

/** Sign-in and exchange answer the gateway only: it counts tries, sets cookies and keeps secrets from pages. */
@Injectable()
export class FrontDoor {
  constructor(
    private readonly config: ProgrammeConfig,
    private readonly secrets: Secrets,
  ) {}

  require(key: string | undefined): void {
    if (key === undefined || !this.secrets.isSame(key, this.config.internalKey)) throw new Refusal('gateway.unknown');
  }
}
