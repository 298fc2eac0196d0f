import { audited, type Migration, protect } from '@xibu/platform';

const owner = { division: 'county', unit: 'unit', account: 'account_id' } as const;

export const volunteers: Migration = {
  name: '0050-volunteers',
  reason: 'people in service from report-in to the last day, and the copies of what other services say of them',
  statements: [
    `create table person_copy (
       account_id text primary key, name text not null default '', sex text not null default '',
       university text not null default '', major text not null default '', identity_masked text not null default '',
       card_last_four text, covers jsonb not null default '{}')`,
    ...protect('person_copy', { account: 'account_id' }),

    `create table volunteer (
       id uuid primary key, number text not null, season text not null, last_season text not null,
       account_id text not null, application_id text not null unique, status text not null, county int not null,
       unit text not null, post_id uuid not null, post jsonb not null, confirmation_number text not null,
       track text not null, admitted_at timestamptz not null, name text not null, sex text not null,
       university text not null, major text not null, identity_masked text not null, card_last_four text,
       covers jsonb not null, came_without_diploma boolean not null, diploma text, checked_in_on date,
       dispatch_id uuid, dispatched_on date, term_from date, term_to date, term_years int not null,
       registration jsonb, cover_waiver text, on_post_on date, stints jsonb not null, absences jsonb not null,
       spans jsonb not null, grades jsonb not null, post_changes int not null, left_on date, left_kind text,
       loss_reason text, history jsonb not null, updated_at timestamptz not null, version int not null,
       unique (season, number),
       check ((status = 'left') = (left_on is not null)),
       check ((status = 'lost') = (loss_reason is not null)),
       check (status in ('admitted', 'lost') or checked_in_on is not null),
       check (status not in ('on-post', 'on-leave', 'overdue') or (on_post_on is not null and diploma <> 'none')))`,
    'create index volunteer_of_county on volunteer (county, status, number)',
    'create index volunteer_of_unit on volunteer (unit, number)',
    'create index volunteer_of_university on volunteer (university, number)',
    'create index volunteer_of_account on volunteer (account_id)',
    ...protect('volunteer', { ...owner, university: 'university' }),
    audited('volunteer'),
  ],
};

export const trainings: Migration = {
  name: '0051-trainings',
  reason: 'training before dispatch with its attendance, and the lists by which counties take people over',
  statements: [
    `create table training (
       id uuid primary key, season text not null, title text not null, held_on date not null, place text not null,
       hours int not null check (hours > 0), topics jsonb not null, is_required boolean not null, status text not null,
       updated_at timestamptz not null, version int not null)`,
    audited('training'),
    `create table attendance (
       training_id uuid not null references training (id), volunteer_id uuid not null references volunteer (id),
       county int not null, attended boolean not null, primary key (training_id, volunteer_id))`,
    ...protect('attendance', { division: 'county' }),
    audited('attendance', 'volunteer_id'),

    `create table dispatch (
       id uuid primary key, number text not null unique, season text not null, county int not null,
       hand_over_on date not null, place text not null, status text not null, people int not null,
       prepared_by text not null, confirmed_by text, confirmed_on date, updated_at timestamptz not null,
       version int not null, check ((status = 'confirmed') = (confirmed_on is not null)))`,
    ...protect('dispatch', { division: 'county' }),
    audited('dispatch'),
  ],
};

export const agreements: Migration = {
  name: '0052-agreements',
  reason: 'three-party agreements, one year at a time, each with the post as it stood and three signatures',
  statements: [
    `create table agreement (
       id uuid primary key, agreement_number text not null unique, volunteer_id uuid not null references volunteer (id),
       number text not null, season text not null, account_id text not null, county int not null, unit text not null,
       post_id uuid not null, kind text not null, status text not null, from_day date not null, to_day date not null,
       terms jsonb not null, signatures jsonb not null, late_reason text, late_until date, signed_on date,
       updated_at timestamptz not null, version int not null,
       check (from_day <= to_day), check ((status = 'signed') = (signed_on is not null)))`,
    'create index agreement_of_volunteer on agreement (volunteer_id)',
    `create index agreement_unsigned on agreement (county, number) where status = 'open'`,
    ...protect('agreement', owner),
    audited('agreement'),
  ],
};

export const leaves: Migration = {
  name: '0053-leaves',
  reason: 'leave with its tiers, changes of post, departures and extensions',
  statements: [
    `create table leave (
       id uuid primary key, volunteer_id uuid not null references volunteer (id), number text not null,
       account_id text not null, county int not null, unit text not null, kind text not null, from_day date not null,
       to_day date not null, days int not null check (days > 0), reason text not null, destination text not null,
       hospital_note_sealed text, status text not null, waits_for text, opinions jsonb not null, overdue_days int not null,
       returned_on date, decided_by text not null, updated_at timestamptz not null, version int not null,
       check (kind <> 'sick' or hospital_note_sealed is not null))`,
    'create index leave_of_volunteer on leave (volunteer_id)',
    `create index leave_running on leave (to_day) where status in ('approved', 'overdue')`,
    ...protect('leave', owner),
    audited('leave'),

    `create table post_change (
       id uuid primary key, volunteer_id uuid not null references volunteer (id), number text not null,
       account_id text not null, county int not null, to_county int not null, unit text not null, from_post_id uuid not null,
       to_post_id uuid not null, tier text not null, asked_by text not null, reason text not null, status text not null,
       on_day date, decision_reason text, exception_reason text, decided_by text, updated_at timestamptz not null,
       version int not null)`,
    `create unique index post_change_pending on post_change (volunteer_id) where status = 'requested'`,
    ...protect('post_change', owner),
    audited('post_change'),

    `create table departure (
       id uuid primary key, volunteer_id uuid not null references volunteer (id), number text not null,
       account_id text not null, county int not null, unit text not null, kind text not null, ground text,
       last_day date not null, reason text not null, hearing_note text, status text not null, proposed_by text not null,
       decided_by text, decision_reason text, updated_at timestamptz not null, version int not null,
       check (kind <> 'terminated' or hearing_note <> ''))`,
    `create unique index departure_pending on departure (volunteer_id)
       where status in ('requested', 'county-agreed', 'proposed', 'approved')`,
    ...protect('departure', owner),
    audited('departure'),

    `create table extension (
       id uuid primary key, volunteer_id uuid not null references volunteer (id), number text not null,
       account_id text not null, county int not null, unit text not null, season text not null, from_day date not null,
       to_day date not null, reason text not null, status text not null, agreed_by text, decided_by text,
       decision_reason text, updated_at timestamptz not null, version int not null)`,
    `create unique index extension_one_a_season on extension (volunteer_id, season) where status <> 'refused'`,
    ...protect('extension', owner),
    audited('extension'),
  ],
};
