import { type Migration, protect } from '@xibu/platform';

const owned = { division: 'division', unit: 'unit', account: 'account_id' } as const;

/** Rows of several tables may be about one person; each says whose it is, so that each is protected by itself. */
export const people: Migration = {
  name: '0010-people',
  reason: 'copies of who serves where and when, of names, admissions and grades: money follows them',
  statements: [
    `create table person (
       account_id text primary key, number text, name text, identity_masked text, identity_sealed text,
       identity_index text, division int, unit text)`,
    'create index person_of_identity on person (identity_index) where identity_index is not null',
    'create index person_of_division on person (division)',
    ...protect('person', owned),

    `create table admission (
       application_id text primary key, account_id text not null, season text not null, division int not null,
       confirmation_number text, admitted_on date, ended_on date)`,
    'create index admission_of_account on admission (account_id)',
    ...protect('admission', { division: 'division', account: 'account_id' }),

    `create table volunteer (
       volunteer_id text primary key, account_id text not null, application_id text not null, season text not null,
       division int not null, unit text, project_kind text, checked_in_on date, on_post_on date, left_on date,
       left_kind text)`,
    'create index volunteer_of_account on volunteer (account_id)',
    'create index volunteer_of_season on volunteer (season, division)',
    ...protect('volunteer', owned),

    `create table service_span (
       volunteer_id text not null, ordinal int not null, account_id text not null, from_day date not null, to_day date,
       division int not null, unit text not null, project_kind text not null, paid boolean not null,
       primary key (volunteer_id, ordinal), check (to_day is null or from_day < to_day))`,
    'create index service_span_of_account on service_span (account_id, from_day)',
    'create index service_span_of_division on service_span (division, from_day)',
    'create index service_span_of_unit on service_span (unit, from_day)',
    ...protect('service_span', owned),

    `create table agreement_span (
       volunteer_id text not null, from_day date not null, to_day date not null, account_id text not null,
       division int not null, unit text not null, primary key (volunteer_id, from_day), check (from_day < to_day))`,
    'create index agreement_span_of_account on agreement_span (account_id)',
    ...protect('agreement_span', owned),

    `create table grade (
       volunteer_id text not null, account_id text not null, season text not null, division int not null,
       grade text not null, primary key (volunteer_id, season))`,
    ...protect('grade', { division: 'division', account: 'account_id' }),
  ],
};
