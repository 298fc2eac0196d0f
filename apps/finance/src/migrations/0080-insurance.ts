import { audited, type Migration, protect } from '@xibu/platform';

const owned = { division: 'division', account: 'account_id' } as const;

export const insurance: Migration = {
  name: '0080-insurance',
  reason:
    'every volunteer is covered from before the journey to after it; agency slips are compared person by person (notice 3.2.2)',
  statements: [
    `create table insurance_policy (
       id uuid primary key, season text not null, division int not null, insurer text not null, number text not null unique,
       covers jsonb not null, from_day date not null, to_day date not null, premium_fen bigint not null,
       status text not null, prepared jsonb not null, approved jsonb, version int not null, check (from_day < to_day),
       check ((status = 'approved') = (approved is not null)))`,
    'create index insurance_policy_of_season on insurance_policy (season, status)',
    ...protect('insurance_policy', { division: 'division' }),
    audited('insurance_policy'),

    `create table commercial_cover (
       id uuid primary key, account_id text not null, season text not null, division int not null, application_id text,
       admitted_on date, policy_id uuid references insurance_policy (id), from_day date, to_day date, status text not null,
       version int not null, unique (account_id, season), check ((status = 'to-insure') = (policy_id is null) or status = 'void'),
       check (from_day <= to_day))`,
    'create index commercial_cover_of_division on commercial_cover (division, status)',
    'create index commercial_cover_of_policy on commercial_cover (policy_id)',
    'create index commercial_cover_of_application on commercial_cover (application_id)',
    ...protect('commercial_cover', owned),
    audited('commercial_cover'),

    `create table insurance_claim (
       id uuid primary key, account_id text not null, division int not null, policy_id uuid not null, kind text not null,
       happened_on date not null, words_sealed text not null, documents jsonb not null, status text not null,
       claimed_fen bigint not null, paid_fen bigint, paid_on date, reason text, history jsonb not null, version int not null,
       check ((status = 'paid') = (paid_fen is not null)))`,
    'create index insurance_claim_of_division on insurance_claim (division, status)',
    ...protect('insurance_claim', owned),
    audited('insurance_claim'),

    `create table agency_slip (
       id uuid primary key, division int not null, month text not null, is_current boolean not null, imported jsonb not null,
       rows int not null)`,
    'create unique index agency_slip_current on agency_slip (division, month) where is_current',
    ...protect('agency_slip', { division: 'division' }),
    audited('agency_slip'),
    `create table agency_slip_row (
       slip_id uuid not null references agency_slip (id), ordinal int not null, division int not null, account_id text,
       identity_masked text, scheme text not null, result text not null, our_personal_fen bigint not null,
       our_employer_fen bigint not null, agency_personal_fen bigint not null, agency_employer_fen bigint not null,
       primary key (slip_id, ordinal))`,
    ...protect('agency_slip_row', owned),

    `create table coverage_gap (
       id uuid primary key, account_id text not null, division int not null, kind text not null, from_day date not null,
       to_day date, owner text not null, state text not null, found_at timestamptz not null,
       covered_at timestamptz, settled jsonb, reason text, version int not null, unique (account_id, kind, from_day),
       check (from_day < to_day), check ((state = 'settled') = (settled is not null)))`,
    'create index coverage_gap_of_division on coverage_gap (division, state)',
    ...protect('coverage_gap', owned),
    audited('coverage_gap'),
  ],
};
