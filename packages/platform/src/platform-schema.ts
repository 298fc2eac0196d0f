import type { Migration } from './migrator.js';

/** What every service keeps beside its own tables. */
export const platformSchema: Migration = {
  name: '0002-platform',
  reason: 'idempotency keys, audit trail, schedules, the virtual clock, and the copies of seasons and offices',
  statements: [
    `create table idempotency_key (
       account text not null, key text not null, step int not null, digest text not null, answer jsonb,
       at timestamptz not null default now(), primary key (account, key, step))`,
    'create index idempotency_key_at on idempotency_key (at)',

    `create table audit_entry (
       id bigint generated always as identity primary key, xid xid8 not null default pg_current_xact_id(),
       at timestamptz not null default clock_timestamp(), account text not null, action text not null,
       correlation text not null, table_name text not null, row_id text not null, change text not null,
       before jsonb, after jsonb)`,
    'create index audit_entry_order on audit_entry (xid, id)',
    'create index audit_entry_row on audit_entry (table_name, row_id, id)',
    `create table audit_link (
       seq bigint primary key, entry_id bigint not null unique references audit_entry (id), hash text not null)`,
    `create function record_audit() returns trigger language plpgsql as $$
     declare
       before jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
       after jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
     begin
       if before is distinct from after then
         insert into audit_entry (account, action, correlation, table_name, row_id, change, before, after)
         values (coalesce(nullif(current_setting('xibu.account', true), ''), session_user),
                 coalesce(current_setting('xibu.action', true), ''),
                 coalesce(current_setting('xibu.correlation', true), ''),
                 tg_table_name, coalesce(after, before) ->> tg_argv[0], lower(tg_op), before, after);
       end if;
       return null;
     end $$`,

    // Written once: the service may add to its trail and read it, and nothing else.
    `create function keep_audit() returns trigger language plpgsql as $$
     begin
       raise exception 'the audit trail is append-only';
     end $$`,
    'create trigger audit_entry_kept before update or delete on audit_entry execute function keep_audit()',
    'create trigger audit_link_kept before update or delete on audit_link execute function keep_audit()',

    `create table schedule_tick (
       schedule text not null, due timestamptz not null, done boolean not null default false,
       claimed_until timestamptz not null, attempts int not null default 1, failure text,
       primary key (schedule, due))`,
    'create table virtual_clock (single boolean primary key default true check (single), instant timestamptz not null)',

    'create table season_copy (season text primary key, name text not null, region int not null)',
    `create table season_milestone (
       season text not null, milestone text not null, opens_at timestamptz not null, closes_at timestamptz not null,
       notice_number text not null, primary key (season, milestone), check (opens_at < closes_at))`,
    `create table season_rulebook (
       season text not null, version text not null, valid_from date not null, book jsonb not null,
       primary key (season, version))`,
    `create table office_copy (
       office_id uuid primary key, tier text not null, name text not null, parent_id uuid, division int,
       university text, faculty text, unit text, closed boolean not null default false)`,
    'create index office_copy_division on office_copy (division)',
  ],
};
