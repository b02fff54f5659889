create table plan (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  version bigint not null check (version > 0),
  drawn_up_by text not null,
  drawn_up_at timestamptz not null,
  -- In force by the client's act; never by anything else.
  act_kind text check (act_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  primary key (agency, id),
  -- One plan at a time. Starts with the agency: constraints do not know row-level security.
  constraint plan_of_client unique (agency, client_id),
  check (num_nulls(act_kind, act_at, act_recorded_by, act_recorded_at) in (0, 4)),
  check (act_words is null or act_kind is not null)
);

create table goal (
  agency text not null,
  id uuid not null,
  plan_id uuid not null,
  place int not null,
  words text not null check (length(words) between 1 and 2000),
  category text not null check (category in (
    'support-groups', 'individual-therapy', 'basic-health-care-maintenance', 'stable-housing', 'family-life',
    'personal-relationships', 'community-connections', 'education-goals', 'vocational-development',
    'job-seeking-and-employment', 'monitoring-timetable', 're-engagement-plan')),
  stated_by text not null check (stated_by in ('client', 'prs-proposal')),
  written_by text not null,
  written_at timestamptz not null,
  accepted boolean not null,
  act_kind text check (act_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  primary key (agency, id),
  foreign key (agency, plan_id) references plan (agency, id),
  unique (agency, plan_id, place),
  check (num_nulls(act_kind, act_at, act_recorded_by, act_recorded_at) in (0, 4)),
  check (act_words is null or act_kind is not null),
  check (accepted or act_kind is null),
  -- PRS-PLAN-1: a proposal becomes the client's own by an act of the client only.
  check (stated_by = 'client' or not accepted or act_kind is not null)
);

alter table plan enable row level security;
alter table plan force row level security;
create policy own_agency on plan
  using (agency = nullif(current_setting('handrail.agency', true), ''));

alter table goal enable row level security;
alter table goal force row level security;
create policy own_agency on goal
  using (agency = nullif(current_setting('handrail.agency', true), ''));

grant select, insert on plan, goal to ${app};
grant update (version, act_kind, act_at, act_words, act_recorded_by, act_recorded_at) on plan to ${app};
grant update (accepted, act_kind, act_at, act_words, act_recorded_by, act_recorded_at) on goal to ${app};
