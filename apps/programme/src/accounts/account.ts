import type { Actor, Role } from '@xibu/domain';
import type { Language } from '@xibu/domain/programme/api';
import { divisionsOf, type Office } from '../offices/office.js';

/** 账号: one person who signs in, for themselves or for an office. Secrets stand in a record of their own. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** Null for a person who acts for themselves. */
  readonly officeId: string | null;
  readonly roles: readonly Role[];
  /** AES-256-GCM, each with the keyed index by which it is found and unique. */
  readonly loginSealed: string;
  readonly loginIndex: string;
  readonly emailSealed: string | null;
  readonly emailIndex: string | null;
  readonly mobileSealed: string | null;
  /** Scope of the office, copied: whoever stands above it sees the account. */
  readonly division: number | null;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly unit: string | null;
  readonly language: Language;
  readonly isDemo: boolean;
  readonly status: 'open' | 'closed';
  readonly closedReason: string | null;
  readonly openedAt: Date;
  readonly version: number;
}

/** What opens an account; never shown, never in the audit trail. */
export interface Credential {
  readonly accountId: string;
  readonly division: number | null;
  readonly university: string | null;
  readonly faculty: string | null;
  readonly unit: string | null;
  readonly passwordHash: string;
  /** To be replaced at the next sign-in. */
  readonly isTemporary: boolean;
  /** Only of demonstration accounts, whose password is shown on purpose. */
  readonly demoPasswordSealed: string | null;
  readonly totpSealed: string | null;
  readonly totpConfirmed: boolean;
  /** The last time step whose code was used; none is used twice. */
  readonly totpLastStep: number | null;
  /** Sessions begun before this are over: the office set another password. */
  readonly sessionsVoidBefore: Date | null;
  readonly changedAt: Date;
}

export function isPerson({ officeId }: Pick<Account, 'officeId'>): boolean {
  return officeId === null;
}

/** What an {@link actorOf} is made of. */
export type Acting = Pick<Account, 'id' | 'name' | 'roles' | 'university' | 'faculty' | 'unit'>;
export type ActingOffice = Pick<Office, 'id' | 'name' | 'tier' | 'division'>;

/** The claims of the token: who asks, and what they may see. Operators keep machines and see nobody’s data. */
export function actorOf(account: Acting, office: ActingOffice | null): Actor {
  const keepsMachines = account.roles.every((role) => role === 'operator');
  return {
    ...{ account: account.id, name: account.name, roles: account.roles },
    ...{ office: office?.id ?? null, officeName: office?.name ?? null },
    divisions: office && !keepsMachines ? divisionsOf(office) : null,
    ...{ university: account.university, faculty: account.faculty, unit: account.unit },
  };
}
