/**
 * The log of the embedded bus, in a database of its own. Offsets have no gaps and commit in their order, because a
 * writer holds the row of its partition until it commits: what a reader has passed can never fill up behind it.
 */
export const embeddedBusSchema = /* sql */ `
create table if not exists bus_partition (
  id int generated always as identity unique,
  topic text not null,
  partition int not null,
  next_offset bigint not null default 0,
  primary key (topic, partition)
);

create table if not exists bus_message (
  partition_id int not null,
  "offset" bigint not null,
  key text,
  headers jsonb not null,
  value bytea,
  stored_at timestamptz not null default now(),
  primary key (partition_id, "offset")
);

create table if not exists bus_group (
  id int generated always as identity unique,
  name text primary key
);

-- Everything before next_offset is settled by this group.
create table if not exists bus_cursor (
  group_id int not null,
  partition_id int not null,
  next_offset bigint not null,
  primary key (group_id, partition_id)
);

create or replace function bus_ensure_topics(_topics text[], _partitions int) returns void
  language sql as $$
  insert into bus_partition (topic, partition)
  select t, p from (select distinct unnest(_topics) t) topics, generate_series(0, _partitions - 1) p
   where not exists (select from bus_partition b where b.topic = t)
  on conflict do nothing
$$;

create or replace function bus_append(_partitions int, _topics text[], _keys text[], _headers text[], _values text[])
  returns void language plpgsql as $$
declare
  _ids int[];
begin
  perform bus_ensure_topics(_topics, _partitions);
  select array_agg(p.id order by m.position) into _ids
    from unnest(_topics, _keys) with ordinality m (topic, key, position)
    join (select topic, count(*) as partitions from bus_partition where topic = any (_topics) group by topic) t
      on t.topic = m.topic
    join bus_partition p
      on p.topic = m.topic and p.partition = (hashtextextended(m.key, 0) & 9223372036854775807) % t.partitions;
  -- Always in the same order, so that two writers cannot wait for each other.
  perform from bus_partition where id = any (_ids) order by id for update;
  insert into bus_message (partition_id, "offset", key, headers, value)
  select m.id, p.next_offset + row_number() over (partition by m.id order by m.position) - 1,
         m.key, m.headers::jsonb, convert_to(m.value, 'UTF8')
    from unnest(_ids, _keys, _headers, _values) with ordinality m (id, key, headers, value, position)
    join bus_partition p on p.id = m.id;
  update bus_partition p set next_offset = p.next_offset + n.count
    from (select id, count(*) as count from unnest(_ids) id group by id) n where p.id = n.id;
  perform pg_notify('bus', topic) from (select distinct unnest(_topics) topic) topics;
end $$;

-- Takes up to _wanted more partitions for this session. Session locks: a member that dies gives up what it holds.
create or replace function bus_claim(_group int, _topics text[], _held int[], _wanted int)
  returns table (id int, topic text, partition int, "position" bigint) language plpgsql as $$
declare
  _found record;
begin
  for _found in
    select p.id, p.topic, p.partition from bus_partition p
     where p.topic = any (_topics) and p.id <> all (_held) order by (p.id * 7919 + pg_backend_pid()) % 104729, p.id
  loop
    exit when _wanted <= 0;
    continue when not pg_try_advisory_lock(_group, _found.id);
    _wanted := _wanted - 1;
    id := _found.id;
    topic := _found.topic;
    partition := _found.partition;
    -- Read after the lock: whoever held it before has committed by now or never will.
    position := coalesce(
      (select c.next_offset from bus_cursor c where c.group_id = _group and c.partition_id = _found.id), 0);
    return next;
  end loop;
end $$;
`;
