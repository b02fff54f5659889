-- How an agency keeps its roster; without a row the service's defaults hold.
create table roster_setting (
  agency text not null,
  roster text not null check (roster in ('enforced', 'advisory')),
  caseload_cap int not null check (caseload_cap between 1 and 200),
  supervision_minutes int not null check (supervision_minutes between 0 and 6000),
  zone text not null,
  version bigint not null check (version > 0),
  primary key (agency)
);

-- Who walks with clients for an agency. What somebody offers to share is entered by themselves alone.
create table specialist (
  agency text not null,
  id uuid not null,
  subject text not null,
  name text not null,
  programme text not null,
  role_text text not null,
  languages text[] not null,
  cultures text[] not null,
  gender text,
  lived_experience text[] not null,
  takes_new boolean not null,
  joined_on date not null,
  left_on date check (left_on >= joined_on),
  version bigint not null check (version > 0),
  primary key (agency, id),
  unique (agency, subject)
);
create index specialist_in_order on specialist (agency, joined_on, id);

call keep_by_agency('roster_setting', 'specialist');
grant select, insert on roster_setting, specialist to ${app};
grant update (roster, caseload_cap, supervision_minutes, zone, version) on roster_setting to ${app};
grant update (name, programme, role_text, languages, cultures, gender, lived_experience, takes_new, joined_on, left_on, version)
  on specialist to ${app};
