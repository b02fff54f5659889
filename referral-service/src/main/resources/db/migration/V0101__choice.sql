-- What a client was offered for one need, under the names that they were told, and what they chose.
create table option_set (
  id uuid primary key,
  agency text not null,
  client_id uuid not null,
  need text not null,
  presented_by text not null,
  presented_at timestamptz not null,
  chosen_service_id uuid,
  act_kind text check (act_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  version bigint not null default 0,
  -- Only an act of the client chooses.
  check ((chosen_service_id is null) = (act_kind is null)
    and (chosen_service_id is null) = (act_at is null)
    and (chosen_service_id is null) = (act_recorded_by is null)
    and (chosen_service_id is null) = (act_recorded_at is null))
);
create index option_set_client on option_set (agency, client_id);

create table option_set_service (
  option_set_id uuid not null references option_set,
  agency text not null,
  position integer not null,
  service_id uuid not null references directory_service,
  service_name text not null,
  organization_name text not null,
  primary key (option_set_id, position),
  unique (option_set_id, service_id)
);

alter table option_set enable row level security;
alter table option_set force row level security;
create policy of_the_agency on option_set
  using (agency = nullif(current_setting('handrail.agency', true), ''));
alter table option_set_service enable row level security;
alter table option_set_service force row level security;
create policy of_the_agency on option_set_service
  using (agency = nullif(current_setting('handrail.agency', true), ''));
grant select, insert, update on option_set to ${app};
grant select, insert on option_set_service to ${app};
