-- What the region offers, as HSDS 3.x names it. Nothing of it is about a client.
-- Rows are named within their source by the id that the file gives them; the id that leaves the service is ours and random.
create table directory_organization (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  external_id text not null,
  name text not null,
  alternate_name text,
  description text,
  email text,
  website text,
  year_incorporated integer,
  legal_status text,
  -- The partner's alias where it has one: referrals and disclosures go to that agency.
  agency text check (agency ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  imported_at timestamptz not null,
  unique (source, external_id)
);
create unique index directory_organization_agency on directory_organization (agency) where agency is not null;

create table directory_location (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  external_id text not null,
  name text,
  alternate_name text,
  description text,
  location_type text,
  transportation text,
  url text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  imported_at timestamptz not null,
  unique (source, external_id)
);

create table directory_service (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  external_id text not null,
  organization_id uuid not null references directory_organization,
  name text not null,
  alternate_name text,
  description text,
  url text,
  email text,
  status text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  application_process text,
  fees_description text,
  wait_time text,
  eligibility_description text,
  minimum_age double precision,
  maximum_age double precision,
  assured_date date,
  alert text,
  words tsvector not null default ''::tsvector,
  imported_at timestamptz not null,
  unique (source, external_id)
);
create index directory_service_organization on directory_service (organization_id);
create index directory_service_by_name on directory_service (name, id) where status = 'active';
create index directory_service_words on directory_service using gin (words);

create table directory_service_at_location (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  external_id text not null,
  service_id uuid not null references directory_service,
  location_id uuid not null references directory_location,
  description text,
  imported_at timestamptz not null,
  unique (source, external_id)
);
create index directory_service_at_location_service on directory_service_at_location (service_id);

create table directory_taxonomy_term (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  external_id text not null,
  taxonomy text,
  code text,
  name text,
  description text,
  imported_at timestamptz not null,
  unique (source, external_id)
);

-- What a service is for: found by the term's code.
create table directory_service_term (
  service_id uuid not null references directory_service,
  term_id uuid not null references directory_taxonomy_term,
  code text,
  primary key (service_id, term_id)
);
create index directory_service_term_code on directory_service_term (code, service_id);

create table directory_address (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  external_id text not null,
  address_1 text,
  address_2 text,
  city text,
  state_province text,
  postal_code text,
  country text,
  address_type text,
  imported_at timestamptz not null,
  unique (source, external_id)
);

create table directory_phone (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  external_id text not null,
  number text not null,
  extension integer,
  type text,
  description text,
  imported_at timestamptz not null,
  unique (source, external_id)
);

create table directory_schedule (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  external_id text not null,
  freq text,
  byday text,
  opens_at text,
  closes_at text,
  valid_from date,
  valid_to date,
  description text,
  imported_at timestamptz not null,
  unique (source, external_id)
);

create table directory_language (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  external_id text not null,
  code text,
  name text,
  note text,
  imported_at timestamptz not null,
  unique (source, external_id)
);

-- Every row of every file as it was understood, whole: what the tables above leave out is not lost.
create table directory_row (
  source text not null,
  kind text not null,
  external_id text not null,
  body jsonb not null,
  imported_at timestamptz not null,
  primary key (source, kind, external_id)
);

-- Whose row it is: a phone of a service, an address of a location.
create table directory_owner (
  source text not null,
  owner_kind text not null,
  owner_external_id text not null,
  kind text not null,
  external_id text not null,
  primary key (source, owner_kind, owner_external_id, kind, external_id)
);

create table directory_import (
  id uuid primary key default gen_random_uuid(),
  agency text not null,
  subject text not null,
  source text not null,
  imported_at timestamptz not null,
  rows_read integer not null,
  rows_stored integer not null,
  check (rows_stored between 0 and rows_read)
);

create table directory_finding (
  import_id uuid not null references directory_import on delete cascade,
  position integer not null,
  pointer text not null,
  kind text not null,
  external_id text,
  code text not null,
  detail text not null,
  rejected boolean not null,
  primary key (import_id, position)
);

grant select, insert, update, delete on
  directory_organization, directory_location, directory_service, directory_service_at_location, directory_taxonomy_term,
  directory_service_term, directory_address, directory_phone, directory_schedule, directory_language, directory_row,
  directory_owner to ${app};
grant select, insert on directory_import, directory_finding to ${app};
