import { audited, type Migration, protect } from '@xibu/platform';

const scope = { division: 'division', university: 'university', faculty: 'faculty', unit: 'unit' } as const;
const scopeColumns = 'division int, university text, faculty text, unit text';

export const officesAndAccounts: Migration = {
  name: '0010-offices-and-accounts',
  reason: 'the tree of offices, accounts with their secrets apart, sign-ins and sessions',
  statements: [
    `create table office (
       id uuid primary key, tier text not null, name text not null, parent_id uuid references office (id),
       ${scopeColumns}, scope_division int not null, duty_phone text, status text not null, closed_reason text,
       opened_at timestamptz not null, version int not null,
       check ((status = 'closed') = (closed_reason is not null)), check ((tier = 'national') = (parent_id is null)))`,
    `create unique index office_of_a_division on office (tier, division)
       where tier in ('national', 'region', 'league-city', 'county')`,
    `create unique index office_of_a_unit on office (unit) where tier = 'unit'`,
    `create unique index office_of_a_university on office (university) where tier = 'university'`,
    `create unique index office_of_a_faculty on office (university, faculty) where tier = 'faculty'`,
    'create index office_below on office (parent_id)',
    'create index office_in_scope on office (scope_division, tier)',
    audited('office'),

    `create table account (
       id uuid primary key, name text not null, office_id uuid references office (id), roles text[] not null,
       login_sealed text not null, login_index text not null unique, email_sealed text, email_index text,
       mobile_sealed text, ${scopeColumns}, language text not null, is_demo boolean not null, status text not null,
       closed_reason text, opened_at timestamptz not null, version int not null,
       check ((office_id is null) = (roles = '{person}')), check ((status = 'closed') = (closed_reason is not null)))`,
    `create unique index account_of_an_email on account (email_index) where status = 'open'`,
    'create index account_of_an_office on account (office_id)',
    ...protect('account', { ...scope, account: 'id' }),
    audited('account'),

    // Not audited: the trail is read by people, and what opens an account must not stand in it.
    `create table credential (
       account_id uuid primary key references account (id), ${scopeColumns}, password_hash text not null,
       is_temporary boolean not null, demo_password_sealed text, totp_sealed text, totp_confirmed boolean not null,
       totp_last_step bigint, sessions_void_before timestamptz, changed_at timestamptz not null)`,
    ...protect('credential', { ...scope, account: 'account_id' }),

    `create table sign_in_lock (
       subject text primary key, failures int not null, last_failure_at timestamptz not null,
       locked_until timestamptz)`,
    `create table sign_in_event (
       id uuid primary key, account_id uuid, name_index text, kind text not null, at timestamptz not null,
       by_account text, reason text, address text, device text)`,
    'create index sign_in_event_of_account on sign_in_event (account_id, at)',
    audited('sign_in_event'),

    `create table session (
       id uuid primary key, account_id uuid not null references account (id), secret_hash text not null unique,
       started_at timestamptz not null, last_used_at timestamptz not null, expires_at timestamptz not null,
       ended_at timestamptz, address text, device text)`,
    'create index session_of_account on session (account_id) where ended_at is null',
    'create index session_expiry on session (expires_at)',
    ...protect('session', { account: 'account_id' }),
  ],
};
