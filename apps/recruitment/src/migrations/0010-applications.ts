import { audited, type Migration, protect } from '@xibu/platform';

export const applications: Migration = {
  name: '0010-applications',
  reason: 'sign-up: one application a person a season, from draft to admission',
  statements: [
    `create table application (
       id uuid primary key, season text not null, account_id text not null, status text not null,
       division int not null, university text, faculty text, number text unique, form jsonb not null,
       identity_sealed text, identity_index text, checks jsonb not null, reviews jsonb not null, confirmation jsonb,
       receipt text, submitted_at timestamptz, decided_by text, updated_at timestamptz not null, version int not null,
       check (status = 'draft' or status = 'withdrawn' or (number is not null and identity_index is not null)))`,
    `create unique index application_one_a_season on application (season, account_id) where status <> 'withdrawn'`,
    `create unique index application_one_an_identity on application (season, identity_index)
       where status not in ('draft', 'returned', 'withdrawn')`,
    'create index application_of_university on application (university, faculty, status, submitted_at)',
    'create index application_of_division on application (division, status, submitted_at)',
    'create sequence application_number',
    ...protect('application', {
      division: 'division',
      university: 'university',
      faculty: 'faculty',
      account: 'account_id',
    }),
    audited('application'),
  ],
};
