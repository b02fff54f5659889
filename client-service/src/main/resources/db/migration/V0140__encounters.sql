-- A specialist's time: taken once, whatever for.
create table work_time (
  agency text not null,
  what_for uuid not null,
  specialist text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (agency, what_for),
  check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours')
);
create index work_time_of_specialist on work_time (agency, specialist, starts_at);

create function total(shares int[]) returns int language sql immutable strict parallel safe as $$
  select coalesce(sum(share), 0)::int from unnest(shares) share
$$;

-- What is always true of an encounter; what is told of it is in its versions.
create table encounter (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  specialist text not null,
  group_session_id uuid,
  started_at timestamptz not null,
  version bigint not null check (version > 0),
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index encounter_of_client on encounter (agency, client_id, started_at, id);
create index encounter_in_time on encounter (agency, started_at);

-- Versions are only ever added.
create table encounter_version (
  agency text not null,
  encounter_id uuid not null,
  version bigint not null check (version > 0),
  clients_words text,
  kind text not null check (kind in ('one-to-one', 'outreach', 'travel', 'meeting-attendance', 'sober-companion', 'group')),
  mode text not null check (mode in ('in-person', 'phone', 'video', 'text')),
  place text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  activities text[] not null,
  activities_version text not null,
  what_we_did text,
  learned_by_client text,
  learned_by_specialist text,
  goal_id uuid,
  language text,
  interpreter boolean,
  funding_sources text[] not null,
  funding_percents int[] not null,
  correction text,
  recorded_at timestamptz not null,
  primary key (agency, encounter_id, version),
  foreign key (agency, encounter_id) references encounter (agency, id),
  check (ended_at > started_at and ended_at <= started_at + interval '24 hours'),
  check ((version = 1) = (correction is null)),
  check ((place = 'telephone' and mode in ('phone', 'text')) or (place = 'online' and mode in ('video', 'text'))
    or (place not in ('telephone', 'online') and mode = 'in-person')),
  check (cardinality(funding_sources) = cardinality(funding_percents)),
  check (cardinality(funding_sources) = 0 or total(funding_percents) = 100)
);

create table encounter_sign_off (
  agency text not null,
  encounter_id uuid not null,
  version bigint not null,
  signed_off_by text not null,
  signed_off_at timestamptz not null,
  primary key (agency, encounter_id, version),
  foreign key (agency, encounter_id, version) references encounter_version (agency, encounter_id, version)
);

call keep_by_agency('work_time', 'encounter', 'encounter_version', 'encounter_sign_off');
grant select, insert on work_time, encounter, encounter_version, encounter_sign_off to ${app};
grant update (starts_at, ends_at) on work_time to ${app};
grant update (started_at, version) on encounter to ${app};
