-- The stretches of time that somebody walks with the agency: several over the years, one open at a time.
create table episode (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  status text not null check (status in ('engaged', 'active', 'paused', 'closed')),
  opened_at timestamptz not null,
  opened_by text not null,
  enrolled_at timestamptz,
  closed_at timestamptz,
  -- No reason is a reproach, and none is needed.
  reason text check (reason in ('goals-reached', 'moved-away', 'continues-elsewhere', 'no-longer-wanted', 'died')),
  follows uuid,
  version bigint not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  foreign key (agency, follows) references episode (agency, id),
  check ((status = 'closed') = (closed_at is not null)),
  check (reason is null or status = 'closed'),
  check (status not in ('active', 'paused') or enrolled_at is not null)
);
create unique index episode_open on episode (agency, client_id) where status <> 'closed';
create index episode_of on episode (agency, client_id, opened_at, id);

create table episode_step (
  agency text not null,
  id uuid not null,
  episode_id uuid not null,
  status text not null,
  reason text,
  taken_at timestamptz not null,
  taken_by text not null,
  act_kind text,
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  primary key (agency, id),
  foreign key (agency, episode_id) references episode (agency, id),
  -- The client decides on the end; only death does without them.
  check (status <> 'closed' or (act_kind is null) = (reason is not distinct from 'died'))
);
create index episode_step_of on episode_step (agency, episode_id, taken_at);

-- Who else is there for the client meanwhile: providers come and go, the episode stays.
create table episode_provider (
  agency text not null,
  id uuid not null,
  episode_id uuid not null,
  provider text not null,
  since date not null,
  until date,
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (agency, id),
  foreign key (agency, episode_id) references episode (agency, id),
  check (until is null or until >= since)
);
create index episode_provider_of on episode_provider (agency, episode_id, since);

-- Who was enrolled before there were episodes is in one.
alter table client no force row level security;
insert into episode (agency, id, client_id, status, opened_at, opened_by, enrolled_at, version)
  select agency, gen_random_uuid(), id, 'active', registered_at, registered_by, enrolled_at, 1 from client where status = 'active';
alter table client force row level security;

-- "Not now", and from when it may be asked again.
create table not_now (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  later_ok_on date,
  ended_at timestamptz,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create unique index not_now_in_force on not_now (agency, client_id) where ended_at is null;

-- Who tried to reach whom, and how it went.
create table attempt (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  attempted_at timestamptz not null,
  attempted_by text not null,
  initiative text not null check (initiative in ('specialist', 'client')),
  way text not null check (way in ('call', 'text', 'email', 'visit', 'in-person')),
  outcome text not null check (outcome in ('reached', 'message-left', 'not-reached')),
  recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index attempt_of on attempt (agency, client_id, attempted_at, id);
call keep_by_agency('episode', 'episode_step', 'episode_provider', 'not_now', 'attempt');
grant select, insert on episode, episode_step, episode_provider, not_now, attempt to ${app};
grant update (status, enrolled_at, closed_at, reason, version) on episode to ${app};
grant update (until) on episode_provider to ${app};
grant update (ended_at) on not_now to ${app};
