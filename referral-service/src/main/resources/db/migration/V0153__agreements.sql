-- What the coalition is asked to acknowledge of a choice: what is needed and which service, never whose it is.
-- The hub and the agency that asked see it; what leads to a client stays in the agency's own table below.
create table coalition_acknowledgement (
  id uuid primary key,
  agency text not null,
  need text not null,
  service_id uuid not null references directory_service,
  mode text not null check (mode in ('asked', 'automatic')),
  acknowledged_on date,
  acknowledged_by text,
  check (mode = 'asked' or (acknowledged_on is not null and acknowledged_by is null)),
  check (acknowledged_by is null or acknowledged_on is not null)
);
create index coalition_acknowledgement_open on coalition_acknowledgement (id) where acknowledged_on is null;
alter table coalition_acknowledgement enable row level security;
alter table coalition_acknowledgement force row level security;
create policy of_the_agency_and_the_hub on coalition_acknowledgement to ${app}
  using (agency = nullif(current_setting('handrail.agency', true), '')
    or nullif(current_setting('handrail.agency', true), '') = 'coalition')
  with check (agency = nullif(current_setting('handrail.agency', true), '')
    or nullif(current_setting('handrail.agency', true), '') = 'coalition');
grant select, insert, update (acknowledged_on, acknowledged_by) on coalition_acknowledgement to ${app};

-- That the client and the specialist agree on the way that the client chose.
create table option_agreement (
  option_set_id uuid primary key references option_set,
  agency text not null,
  act_kind text check (act_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  specialist text,
  specialist_at timestamptz,
  acknowledgement_id uuid references coalition_acknowledgement,
  check ((specialist is null) = (specialist_at is null)),
  check (act_kind is not null or specialist is not null),
  -- The coalition is asked once the two agree.
  check ((acknowledgement_id is not null) = (act_kind is not null and specialist is not null))
);
call keep_by_agency('option_agreement');
grant select, insert, update on option_agreement to ${app};
