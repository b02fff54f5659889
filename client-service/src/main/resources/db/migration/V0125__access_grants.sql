-- Access of auditors and evaluators (42 CFR 2.53), of research (2.52) and of public health authorities (2.54): for a time,
-- under a written agreement, and never to be passed on.
create table access_grant (
  agency text not null,
  id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('audit', 'research', 'public-health')),
  agreement text not null check (agreement ~ '\S'),
  approval text,
  purpose text not null check (purpose ~ '\S'),
  no_redisclosure boolean not null check (no_redisclosure),
  granted_at timestamptz not null,
  granted_by text not null,
  expires_at timestamptz not null,
  destroy_by date not null,
  primary key (agency, id),
  unique (agency, request_id),
  foreign key (agency, request_id) references record_request (agency, id),
  check (kind <> 'research' or approval ~ '\S'),
  check (expires_at > granted_at and expires_at <= granted_at + interval '90 days'),
  check (destroy_by >= (expires_at at time zone 'UTC')::date)
);

-- Each time that something was read under a grant.
create table access_grant_reading (
  agency text not null,
  id uuid not null,
  grant_id uuid not null,
  read_at timestamptz not null,
  read_by text not null,
  primary key (agency, id),
  foreign key (agency, grant_id) references access_grant (agency, id)
);
create index access_grant_reading_of on access_grant_reading (agency, grant_id, read_at);
call keep_by_agency('access_grant', 'access_grant_reading');
grant select, insert on access_grant, access_grant_reading to ${app};
create index disclosure_of_agency_in_time on disclosure (agency, decided_at, id);
