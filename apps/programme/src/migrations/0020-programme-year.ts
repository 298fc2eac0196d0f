import { audited, type Migration, protect } from '@xibu/platform';

export const programmeYear: Migration = {
  name: '0020-programme-year',
  reason: 'seasons with their windows and who moved them, rulebooks, official notices with receipts',
  statements: [
    `create table season (
       season text primary key, name text not null, region int not null, opened_at timestamptz not null,
       opened_by text not null)`,
    audited('season', 'season'),
    `create table milestone (
       season text not null references season (season), milestone text not null, opens_at timestamptz not null,
       closes_at timestamptz not null, notice_number text not null, primary key (season, milestone),
       check (opens_at < closes_at))`,
    audited('milestone', 'milestone'),
    `create table milestone_change (
       id uuid primary key, season text not null references season (season), notice_number text not null,
       windows jsonb not null, reason text, status text not null, proposed_by text not null,
       proposed_by_name text not null, proposed_at timestamptz not null, decided_by text, decided_by_name text,
       decided_at timestamptz, decision_reason text,
       check ((status = 'proposed') = (decided_by is null)), check (decided_by is distinct from proposed_by))`,
    'create index milestone_change_of_season on milestone_change (season, proposed_at)',
    audited('milestone_change'),

    `create table rulebook (
       id uuid primary key, season text not null references season (season), number int not null,
       book_version text not null unique, status text not null, valid_from date not null, values jsonb not null,
       clauses jsonb not null, prepared_by text not null, prepared_by_name text not null,
       prepared_at timestamptz not null, published_by text, published_by_name text, published_at timestamptz,
       version int not null, unique (season, number),
       check ((status = 'published') = (published_by is not null)), check (published_by is distinct from prepared_by))`,
    `create unique index rulebook_starts_once on rulebook (season, valid_from) where status = 'published'`,
    audited('rulebook'),

    `create table notice (
       id uuid primary key, number text not null unique, title text not null, text text not null,
       office_id uuid not null references office (id), issued_by text not null, issued_by_name text not null,
       issued_at timestamptz not null, is_public boolean not null, receipt_due_on date)`,
    'create index notice_of_office on notice (office_id, issued_at)',
    audited('notice'),
    `create table notice_receipt (
       id uuid primary key, notice_id uuid not null references notice (id), office_id uuid not null references office (id),
       division int, university text, faculty text, unit text, read_at timestamptz, read_by text, feedback text,
       unique (notice_id, office_id))`,
    'create index notice_receipt_of_office on notice_receipt (office_id, read_at)',
    ...protect('notice_receipt', {
      ...{ division: 'division', university: 'university', faculty: 'faculty', unit: 'unit' },
    }),
    audited('notice_receipt'),
  ],
};
