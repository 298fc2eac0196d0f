/**
 * The tables of messaging in the database of a service: what it has to tell (outbox), what it has heard (inbox), and
 * what it could not digest (parked). The first migration of every service; run it as the owner of the tables.
 */
export const messagingSchema = /* sql */ `
create sequence outbox_id;

-- Append-only. A partition a day, so that what has been told long ago leaves by dropping a table.
create table outbox (
  -- Drawn while the writer holds its aggregate, so the facts of one aggregate are ordered by it.
  id bigint not null default nextval('outbox_id'),
  -- The writer. The relay never reads past the oldest writer that is still at work: a sequence alone would make it
  -- skip the rows of a transaction that took its numbers early and committed late.
  xid xid8 not null default pg_current_xact_id(),
  -- Every transaction that had committed before this row was written has a smaller xid than this.
  horizon xid8 not null default pg_snapshot_xmax(pg_current_snapshot()),
  recorded_at timestamptz not null default now(),
  fact_id uuid not null,
  topic text not null,
  type text not null,
  key text not null check (key <> ''),
  at timestamptz not null,
  data json not null,
  actor text not null,
  correlation text not null,
  causation text,
  traceparent text
) partition by range (recorded_at);
create index on outbox (xid, id);
-- Takes what no day has a table for; empty while the relay runs.
create table outbox_rest partition of outbox default;

create function outbox_refuse_change() returns trigger language plpgsql as $$
begin
  if current_setting('xibu.outbox_restored', true) = 'on' then return null; end if;
  raise exception 'the outbox is append-only';
end $$;
create trigger outbox_append_only before update or delete or truncate on outbox
  for each statement execute function outbox_refuse_change();

-- How far the relay has come: everything up to here has been acknowledged by the bus.
create table outbox_cursor (
  single boolean primary key default true check (single),
  xid xid8 not null default '0',
  id bigint not null default 0,
  moved_at timestamptz not null default now()
);
insert into outbox_cursor default values;

-- Tables for the days to come, none for days whose facts were all told long ago. The owner's rights, because the
-- service itself may not create tables. Gives up after a second rather than make writers wait.
create function outbox_keep(_days_ahead int, _days_kept int) returns void
  language plpgsql security definer set search_path from current set lock_timeout = '1s' set timezone = 'UTC' as $$
declare
  _day date;
  _table text;
  _told boolean;
begin
  if not pg_try_advisory_xact_lock(hashtext('xibu.outbox_keep')) then return; end if;
  for _day in select current_date + n from generate_series(0, _days_ahead) n loop
    _table := 'outbox_' || to_char(_day, 'YYYYMMDD');
    continue when to_regclass(_table) is not null;
    continue when exists (select from outbox_rest where recorded_at >= _day and recorded_at < _day + 1);
    execute format('create table %I (like outbox including defaults including constraints including indexes)', _table);
    execute format('alter table outbox attach partition %I for values from (%L) to (%L)', _table, _day, _day + 1);
  end loop;
  for _table in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'outbox'::regclass and c.relname ~ '^outbox_[0-9]{8}$'
       and to_date(right(c.relname, 8), 'YYYYMMDD') < current_date - _days_kept
  loop
    execute format('select not exists (select from %I o, outbox_cursor c where (o.xid, o.id) > (c.xid, c.id))', _table)
       into _told;
    if _told then execute format('drop table %I', _table); end if;
  end loop;
  delete from outbox_rest o using outbox_cursor c
   where o.recorded_at < current_date - _days_kept and (o.xid, o.id) <= (c.xid, c.id);
end $$;
select outbox_keep(3, 14);

-- What has been heard and dealt with. A fact that comes again finds its row and changes nothing.
create table inbox (
  consumer text not null,
  fact_id uuid not null,
  settled_at timestamptz not null default now(),
  primary key (consumer, fact_id)
);

-- Facts that could not be dealt with, and the later facts of the same key, which wait behind them in order.
create table parked (
  id bigint generated always as identity primary key,
  consumer text not null,
  topic text not null,
  key text not null,
  -- Null when the message could not be read as a fact.
  fact_id uuid,
  type text,
  partition int not null,
  "offset" bigint not null,
  headers jsonb not null,
  value bytea,
  reason text not null check (reason in ('refused', 'failed', 'unreadable', 'behind')),
  refusal text,
  detail text not null,
  attempts int not null,
  parked_at timestamptz not null default now(),
  retry_requested_at timestamptz,
  retry_requested_by text,
  settlement text check (settlement in ('replayed', 'dropped')),
  settled_at timestamptz,
  settled_by text,
  settled_because text,
  check ((settlement is null) = (settled_at is null)),
  check (settlement is distinct from 'dropped' or (settled_by <> '' and settled_because <> ''))
);
create unique index on parked (consumer, topic, key, id) where settled_at is null;
create unique index on parked (consumer, fact_id) where settled_at is null and fact_id is not null;
create unique index on parked (consumer, topic, partition, "offset") where fact_id is null;
create index on parked (consumer, topic, key) where settled_at is null and retry_requested_at is not null;

-- Decides, once for all replicas, what becomes of a fact that has just arrived. Holds the key until the transaction
-- ends, so that parking, retrying and receiving one key never overlap.
create function inbox_admit(_consumer text, _fact uuid, _topic text, _key text) returns text
  language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(_consumer || ' ' || _topic || ' ' || _key, 0));
  if exists (select from inbox where consumer = _consumer and fact_id = _fact) then return 'duplicate'; end if;
  if exists (select from parked where consumer = _consumer and topic = _topic and key = _key and settled_at is null) then
    return 'blocked';
  end if;
  insert into inbox (consumer, fact_id) values (_consumer, _fact) on conflict do nothing;
  return case when found then 'new' else 'duplicate' end;
end $$;
`;

/**
 * A step of its own, which replaces one that could take a fact recorded at the same moment for one of a former server,
 * and dropped what had been told. Both questions are asked of one snapshot: what it shows is older than its end, unless
 * the server is another.
 */
export const outboxAdoption = /* sql */ `
-- A database that was restored from a dump brings transaction ids that its new server has not reached yet: the cursor
-- would stand before everything to come, and the relay would fall silent for ever. Then what was not told is stamped
-- anew and the cursor starts over. No id in a database that was not restored can be that high.
create or replace function outbox_adopt() returns boolean
  language plpgsql security definer set search_path from current as $$
declare
  _restored boolean;
  _xmax xid8;
  _id bigint;
begin
  select exists (select from outbox_cursor where xid >= pg_snapshot_xmax(pg_current_snapshot()))
      or exists (select from outbox where xid >= pg_snapshot_xmax(pg_current_snapshot())) into _restored;
  if not _restored then
    return false;
  end if;
  lock table outbox in access exclusive mode;
  -- Nobody writes any more: what is beyond this is of the former server, what was written until now is not.
  _xmax := pg_snapshot_xmax(pg_current_snapshot());
  select greatest(c.id, (select max(id) from outbox where xid >= _xmax)) into _id from outbox_cursor c;
  create temp table outbox_untold on commit drop as
    select o.* from outbox o, outbox_cursor c where (o.xid, o.id) > (c.xid, c.id) or o.id > _id;
  perform set_config('xibu.outbox_restored', 'on', true);
  truncate outbox;
  perform set_config('xibu.outbox_restored', 'off', true);
  insert into outbox (id, recorded_at, fact_id, topic, type, key, at, data, actor, correlation, causation, traceparent)
  select id, recorded_at, fact_id, topic, type, key, at, data, actor, correlation, causation, traceparent
    from outbox_untold order by id;
  update outbox_cursor set xid = '0', id = 0, moved_at = now();
  return true;
end $$;
`;
