-- Which events took effect, for which consumer.
create table inbox (
  consumer text not null,
  event_id uuid not null,
  taken_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_taken_at on inbox (taken_at);
grant select, insert, delete on inbox to ${app};

-- Events that could not be handled, and after them all of the same key, in their order.
create table inbox_parked (
  position bigint generated always as identity primary key,
  consumer text not null,
  topic text not null,
  partition integer not null,
  record_offset bigint not null,
  key text not null,
  type text,
  headers jsonb not null,
  data bytea,
  because text not null,
  parked_at timestamptz not null default now(),
  unique (consumer, topic, partition, record_offset)
);
create index inbox_parked_key on inbox_parked (consumer, topic, key);
grant select, insert, delete on inbox_parked to ${app};
