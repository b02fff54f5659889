-- How many places a service has, as its provider says. Nothing of it is about a person: everybody signed in may read it,
-- only the agency that runs the service writes it.
create table capacity (
  id uuid primary key,
  agency text not null,
  service_id uuid not null references directory_service,
  unit text not null check (unit in ('bed', 'slot')),
  -- For whom or at which level, as the provider names it; 'any' where it makes no difference.
  kind text not null check (kind ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  total integer not null check (total between 0 and 10000),
  -- As it was said. What holds and arrivals do to it stands beside it and is the provider's alone.
  free integer not null check (free between 0 and total),
  held integer not null default 0 check (held >= 0),
  taken integer not null default 0 check (taken >= 0),
  said_at timestamptz not null,
  said_by text not null,
  hold_for interval not null check (hold_for > interval '0' and hold_for <= interval '7 days'),
  holds_at_once integer not null default 0 check (holds_at_once >= 0),
  version bigint not null default 0,
  unique (service_id, unit, kind),
  constraint no_place_twice check (held + taken <= free)
);
create index capacity_by_service on capacity (service_id, id);
alter table capacity enable row level security;
alter table capacity force row level security;
create policy everybody_reads on capacity for select to ${app} using (true);
create policy the_provider_says on capacity for insert to ${app}
  with check (agency = nullif(current_setting('handrail.agency', true), ''));
create policy the_provider_changes on capacity for update to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), ''));
grant select, insert, update on capacity to ${app};

-- What was said before, and by whom.
create table capacity_statement (
  capacity_id uuid not null references capacity,
  version bigint not null,
  agency text not null,
  total integer not null,
  free integer not null,
  said_at timestamptz not null,
  said_by text not null,
  primary key (capacity_id, version)
);
alter table capacity_statement enable row level security;
alter table capacity_statement force row level security;
create policy everybody_reads on capacity_statement for select to ${app} using (true);
create policy the_provider_says on capacity_statement for insert to ${app}
  with check (agency = nullif(current_setting('handrail.agency', true), ''));
grant select, insert on capacity_statement to ${app};

-- Whether people who were accepted found a place, told by the day and without them.
create table capacity_outcome (
  ordinal bigint generated always as identity primary key,
  service_id uuid not null references directory_service,
  agency text not null,
  found_place boolean not null,
  on_day date not null
);
create index capacity_outcome_of_service on capacity_outcome (service_id, ordinal desc);
alter table capacity_outcome enable row level security;
alter table capacity_outcome force row level security;
create policy everybody_reads on capacity_outcome for select to ${app} using (true);
create policy the_provider_says on capacity_outcome for insert to ${app}
  with check (agency = nullif(current_setting('handrail.agency', true), ''));
grant select, insert on capacity_outcome to ${app};
