import { audited, type Migration, protect } from '@xibu/platform';

export const posts: Migration = {
  name: '0011-posts',
  reason: 'posts of service counties, who holds a seat on them, and exemptions from the structure of posts',
  statements: [
    `create table post (
       id uuid primary key, season text not null, county int not null, draft_number int not null, code text unique,
       status text not null, unit text not null, unit_name text not null, title text not null, special text not null,
       level text not null, seats int not null check (seats > 0), project_kind text not null, duties text not null,
       provides_board_and_lodging boolean not null, cash_monthly_fen int not null check (cash_monthly_fen >= 0),
       majors jsonb not null, place_tags jsonb not null, accepts_reassigned boolean not null,
       prepared_by text not null, declared_by text, decided_by text, return_reason text, close_reason text,
       updated_at timestamptz not null, version int not null,
       unique (season, county, draft_number),
       check (status = 'draft' or code is not null))`,
    'create index post_of_season on post (season, status, county)',
    ...protect('post', { division: 'county', unit: 'unit' }),
    // What is open is for everybody to read, signed in or not; the policy above still says who may change it.
    `create policy post_open on post for select using (status = 'open')`,
    audited('post'),

    `create table seat (
       id uuid primary key, season text not null, post_id uuid not null references post (id), county int not null,
       unit text not null, account_id text not null, application_id text, kind text not null check (kind in ('placed', 'renewing')),
       round_id uuid, taken_at timestamptz not null, released_at timestamptz,
       release text check (release in ('lost', 'left', 'moved')), refilled_in uuid,
       check ((released_at is null) = (release is null)))`,
    'create unique index seat_one_a_person on seat (season, account_id) where released_at is null',
    'create index seat_of_post on seat (post_id) where released_at is null',
    `create index seat_lost on seat (season, post_id) where release = 'lost' and refilled_in is null`,
    'create index seat_of_application on seat (application_id)',
    ...protect('seat', { division: 'county', unit: 'unit', account: 'account_id' }),
    audited('seat'),

    `create table structure_exemption (
       id uuid primary key, season text not null, county int not null, rule text not null, reason text not null,
       document_number text not null, granted_by text not null, granted_at timestamptz not null,
       unique (season, county, rule))`,
    ...protect('structure_exemption', { division: 'county' }),
    audited('structure_exemption'),
  ],
};
