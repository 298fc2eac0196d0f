import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { Account, Credential } from './account.js';

const text: EntitySchemaColumnOptions = { type: 'text' };
const maybeText: EntitySchemaColumnOptions = { type: 'text', nullable: true };
const scope: Record<'division' | 'university' | 'faculty' | 'unit', EntitySchemaColumnOptions> = {
  division: { type: 'int', nullable: true },
  university: maybeText,
  faculty: maybeText,
  unit: maybeText,
};
/** PostgreSQL hands a bigint over as text. */
const wholeNumber = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

export const AccountTable = new EntitySchema<Account>({
  name: 'account',
  columns: {
    id: { type: 'uuid', primary: true },
    name: text,
    officeId: { name: 'office_id', type: 'uuid', nullable: true },
    roles: { type: 'text', array: true },
    loginSealed: { ...text, name: 'login_sealed' },
    loginIndex: { ...text, name: 'login_index' },
    emailSealed: { ...maybeText, name: 'email_sealed' },
    emailIndex: { ...maybeText, name: 'email_index' },
    mobileSealed: { ...maybeText, name: 'mobile_sealed' },
    ...scope,
    language: text,
    isDemo: { name: 'is_demo', type: 'boolean' },
    status: text,
    closedReason: { ...maybeText, name: 'closed_reason' },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});

export const CredentialTable = new EntitySchema<Credential>({
  name: 'credential',
  columns: {
    accountId: { name: 'account_id', type: 'uuid', primary: true },
    ...scope,
    passwordHash: { ...text, name: 'password_hash' },
    isTemporary: { name: 'is_temporary', type: 'boolean' },
    demoPasswordSealed: { ...maybeText, name: 'demo_password_sealed' },
    totpSealed: { ...maybeText, name: 'totp_sealed' },
    totpConfirmed: { name: 'totp_confirmed', type: 'boolean' },
    totpLastStep: { name: 'totp_last_step', type: 'bigint', nullable: true, transformer: wholeNumber },
    sessionsVoidBefore: { name: 'sessions_void_before', type: 'timestamptz', nullable: true },
    changedAt: { name: 'changed_at', type: 'timestamptz' },
  },
});
