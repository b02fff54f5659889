-- Mutual-aid meetings of the region. Public, so of no agency; nothing of it is about a client.
-- A feed is what one publisher hands out: one fellowship, one usual time zone, one licence.
create table meeting_feed (
  id uuid primary key,
  name text not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  title text not null,
  fellowship text not null,
  zone text not null,
  language text,
  contact text,
  licence text,
  attribution text,
  -- Who looks after it. Everybody reads it.
  kept_by text not null,
  version bigint not null default 0
);

create table meeting (
  id uuid primary key default gen_random_uuid(),
  feed_id uuid not null references meeting_feed,
  external_id text not null,
  -- A row of a feed that names several days is as many meetings.
  ordinal smallint not null,
  fellowship text not null,
  name text not null,
  group_name text,
  notes text,
  -- Minutes since Sunday 00:00 on the wall clock of its zone; none: by appointment.
  week_minute integer check (week_minute between 0 and 10079),
  minutes integer check (minutes between 1 and 720),
  zone text not null,
  place_name text,
  address text,
  city text,
  region text,
  place_notes text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  approximate boolean not null,
  -- Quarter degree by quarter degree: what is near is found by it.
  cell integer,
  at_place boolean not null,
  place_closed boolean not null,
  online boolean not null,
  conference_url text check (conference_url like 'https://%'),
  conference_notes text,
  conference_phone text,
  -- As the feed gives them; what they mean depends on the fellowship.
  types text[] not null,
  languages text[] not null,
  closed boolean not null,
  -- For newcomers, or open to anybody.
  welcoming boolean not null,
  changed_on date,
  confirmed_at timestamptz not null,
  -- The feed does not have it any more.
  gone_at timestamptz,
  unique (feed_id, external_id, ordinal),
  check ((latitude is null) = (longitude is null) and (latitude is null) = (cell is null))
);
create index meeting_by_time on meeting (zone, week_minute) where gone_at is null and week_minute is not null;
create index meeting_by_fellowship on meeting (fellowship, zone, week_minute) where gone_at is null and week_minute is not null;
create index meeting_by_place on meeting (cell, week_minute) where gone_at is null and week_minute is not null and at_place;

-- The zones that meetings are in: each has a clock of its own.
create table meeting_zone (zone text primary key);

create table meeting_import (
  id uuid primary key,
  agency text not null,
  subject text not null,
  feed_id uuid not null references meeting_feed,
  imported_at timestamptz not null,
  rows_read integer not null,
  rows_stored integer not null,
  withdrawn integer not null,
  check (rows_stored between 0 and rows_read)
);

create table meeting_remark (
  import_id uuid not null references meeting_import,
  position integer not null,
  pointer text not null,
  external_id text,
  code text not null,
  detail text not null,
  rejected boolean not null,
  primary key (import_id, position)
);

grant select, insert on meeting_zone, meeting_import, meeting_remark to ${app};
grant select, insert, update on meeting_feed, meeting to ${app};
