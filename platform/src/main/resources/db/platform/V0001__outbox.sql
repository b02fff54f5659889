-- Events that wait to be sent. The application may only add, the relay may only take away.
create table outbox (
  position bigint generated always as identity primary key,
  event_id uuid not null,
  topic text not null,
  type text not null,
  aggregate_id text not null,
  aggregate_version bigint not null,
  agency text,
  extensions jsonb not null,
  data jsonb not null,
  occurred_at timestamptz not null,
  parked_at timestamptz,
  parked_because text,
  check ((parked_at is null) = (parked_because is null))
);

-- A parked row holds back all of its key.
create index outbox_parked on outbox (topic, aggregate_id) where parked_at is not null;

-- Rows come and go; what is dead must leave before it slows the relay down.
alter table outbox set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000);

grant insert on outbox to ${app};
grant select, delete, update (parked_at, parked_because) on outbox to ${relay};
