import { Injectable } from '@nestjs/common';
import { Database, Sealing } from '@xibu/platform';
import type { Account, Credential } from '../accounts/account.js';
import { AccountTable, CredentialTable } from '../accounts/account.table.js';
import { loginKey } from '../accounts/person-details.rules.js';
import type { Office } from '../offices/office.js';
import { OfficeTable } from '../offices/office.table.js';
import { ProgrammeConfig } from '../programme.config.js';
import type { LockPolicy } from './sign-in.rules.js';

/** Looks up whom a name means, and what of them is sealed; for sign-in alone. */
@Injectable()
export class FindAccount {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
    private readonly config: ProgrammeConfig,
  ) {}

  get policy(): LockPolicy {
    return { tries: this.config.signInTries, minutes: this.config.signInLockMinutes };
  }

  get sessionHours(): number {
    return this.config.sessionHours;
  }

  /** By login name or e-mail address. A closed account is nobody’s. */
  async byName(
    name: string,
  ): Promise<{ nameIndex: string; found: { account: Account; office: Office | null; credential: Credential } | null }> {
    const nameIndex = this.sealing.blindIndex(loginKey(name));
    const found = await this.database.asService(async (tx) => {
      const where = [
        { loginIndex: nameIndex, status: 'open' as const },
        { emailIndex: nameIndex, status: 'open' as const },
      ];
      const account = await tx.findOne(AccountTable, { where });
      const credential = account ? await tx.findOne(CredentialTable, { where: { accountId: account.id } }) : null;
      if (!account || !credential) return null;
      const office = account.officeId ? await tx.findOne(OfficeTable, { where: { id: account.officeId } }) : null;
      return { account, office, credential };
    }, 'sign-in');
    return { nameIndex, found };
  }

  loginNameOf(account: Account): string {
    return this.sealing.open(account.loginSealed);
  }

  codeSecretOf(totpSealed: string): string {
    return this.sealing.open(totpSealed);
  }
}
