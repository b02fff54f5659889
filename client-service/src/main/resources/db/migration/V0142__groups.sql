create table support_group (
  agency text not null,
  id uuid not null,
  name text not null,
  agenda text not null,
  capacity int not null check (capacity > 0),
  facilitator text not null,
  begun_at timestamptz not null,
  primary key (agency, id)
);
create index support_group_in_order on support_group (agency, begun_at, id);

create table group_session (
  agency text not null,
  id uuid not null,
  group_id uuid not null,
  agenda text not null,
  capacity int not null check (capacity > 0),
  facilitator text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, group_id) references support_group (agency, id),
  check (ends_at > starts_at)
);
create index group_session_in_order on group_session (agency, group_id, starts_at, id);

-- Who came, by initials. There is no column for a client, and none may come.
create table group_sign_in (
  agency text not null,
  session_id uuid not null,
  id uuid not null,
  alias text not null check (length(alias) <= 12),
  pledge_version text not null,
  signed_in_at timestamptz not null,
  primary key (agency, session_id, id),
  foreign key (agency, session_id) references group_session (agency, id)
);

-- By which act a client wanted a session on their record.
create table group_record_wish (
  agency text not null,
  encounter_id uuid not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, encounter_id),
  foreign key (agency, encounter_id) references encounter (agency, id)
);
alter table encounter add foreign key (agency, group_session_id) references group_session (agency, id);

call keep_by_agency('support_group', 'group_session', 'group_sign_in', 'group_record_wish');
grant select, insert on support_group, group_session, group_sign_in, group_record_wish to ${app};
-- To lock a session while the people in it are counted.
grant update (capacity) on group_session to ${app};
