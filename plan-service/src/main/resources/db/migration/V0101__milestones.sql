create table milestone (
  agency text not null,
  id uuid not null,
  -- The order in which milestones were stated; never leaves the service.
  place bigint not null generated always as identity,
  plan_id uuid not null,
  goal_id uuid not null,
  client_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  awaits text check (awaits = 'attended'),
  awaited_referral_id uuid,
  written_by text not null,
  written_at timestamptz not null,
  status text not null check (status in ('open', 'proposed', 'marked')),
  proposed_by_referral_id uuid,
  proposed_at timestamptz,
  -- Marked by the client's act; never by anything else.
  act_kind text check (act_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  version bigint not null check (version > 0),
  primary key (agency, id),
  foreign key (agency, plan_id) references plan (agency, id),
  foreign key (agency, goal_id) references goal (agency, id),
  check (awaited_referral_id is null or awaits is not null),
  check ((proposed_by_referral_id is null) = (proposed_at is null)),
  check (status <> 'proposed' or proposed_at is not null),
  check ((status = 'marked') = (act_kind is not null)),
  check (num_nulls(act_kind, act_at, act_recorded_by, act_recorded_at) in (0, 4)),
  check (act_words is null or act_kind is not null)
);
create index milestone_of_plan on milestone (agency, plan_id, place);
create index milestone_waiting on milestone (agency, client_id) where status = 'open' and awaits is not null;

-- Referrals whose client arrived, as far as the way back was open: each proposes once.
create table attended_referral (
  agency text not null,
  referral_id uuid not null,
  client_id uuid not null,
  at timestamptz not null,
  primary key (agency, referral_id)
);

alter table milestone enable row level security;
alter table milestone force row level security;
create policy own_agency on milestone
  using (agency = nullif(current_setting('handrail.agency', true), ''));

alter table attended_referral enable row level security;
alter table attended_referral force row level security;
create policy own_agency on attended_referral
  using (agency = nullif(current_setting('handrail.agency', true), ''));

grant select, insert on milestone, attended_referral to ${app};
grant update (status, proposed_by_referral_id, proposed_at, act_kind, act_at, act_words, act_recorded_by,
  act_recorded_at, version) on milestone to ${app};
