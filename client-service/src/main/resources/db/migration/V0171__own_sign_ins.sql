-- That somebody's own sign-in no longer opens their record, by an act of theirs.
create table sign_in_end (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  subject text not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index sign_in_end_of on sign_in_end (agency, client_id);
call keep_by_agency('sign_in_end');
grant select, insert on sign_in_end to ${app};
