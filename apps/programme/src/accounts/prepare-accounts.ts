import { Injectable } from '@nestjs/common';
import { orRefusal, Refusal } from '@xibu/domain';
import { Sealing } from '@xibu/platform';
import { requireStrong } from '../passwords/password.rules.js';
import { Secrets } from '../passwords/secrets.js';
import { ProgrammeConfig } from '../programme.config.js';
import type { Credential } from './account.js';
import type { SealedDetails } from './account.rules.js';
import { type GivenDetails, type PersonDetails, readDetails } from './person-details.rules.js';
import { sealDetails } from './sealed-details.js';

/** What opens a new account, as it came in. */
export interface GivenAccount extends GivenDetails {
  readonly password: string;
  readonly isTemporary?: boolean;
  readonly isDemo?: boolean;
}

/** An account ready to be decided about: read, sealed and hashed, before any transaction holds a connection. */
export interface PreparedAccount {
  readonly details: PersonDetails;
  readonly sealed: SealedDetails;
  readonly credential: Pick<Credential, 'passwordHash' | 'isTemporary' | 'demoPasswordSealed'>;
}

@Injectable()
export class PrepareAccounts {
  constructor(
    private readonly sealing: Sealing,
    private readonly secrets: Secrets,
    private readonly config: ProgrammeConfig,
  ) {}

  get demoIsOn(): boolean {
    return this.config.demo === 'on';
  }

  /** Refuses details that cannot be, and a password that is too weak. */
  async one(given: GivenAccount): Promise<PreparedAccount> {
    const details = this.read(given);
    return this.sealed(given, details, await this.secrets.hash(given.password));
  }

  /** The same for many at once; what one is refused for stands in its place. */
  async many(given: readonly GivenAccount[]): Promise<(PreparedAccount | Refusal)[]> {
    const read = given.map((account) => orRefusal(() => this.read(account)));
    const fit = given.filter((_, index) => !(read[index] instanceof Refusal));
    const hashes = await this.secrets.hashAll(fit.map(({ password }) => password));
    return given.map((account, index) => {
      const details = read[index];
      if (!details || details instanceof Refusal) return details ?? new Refusal('record.unknown');
      return this.sealed(account, details, hashes.shift() ?? '');
    });
  }

  private read(given: GivenAccount): PersonDetails {
    const details = readDetails(given);
    requireStrong(given.password, details.loginName);
    if (given.isTemporary === false && !this.config.isRehearsal) {
      throw new Refusal('account.demo-off', { pointer: '/isTemporary' });
    }
    return details;
  }

  private sealed(given: GivenAccount, details: PersonDetails, passwordHash: string): PreparedAccount {
    return {
      details,
      sealed: sealDetails(this.sealing, details),
      credential: {
        passwordHash,
        isTemporary: given.isTemporary ?? true,
        demoPasswordSealed: given.isDemo ? this.sealing.seal(given.password) : null,
      },
    };
  }
}
