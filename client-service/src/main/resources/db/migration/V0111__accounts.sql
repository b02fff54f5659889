-- What people say of themselves beyond a name: all of it free, none of it asked for.
alter table client
  add column culture text,
  add column faith text,
  add column interpreter text,
  add column tty boolean not null default false;
grant update (name_to_use, pronouns, languages, contact, culture, faith, interpreter, tty) on client to ${app};

-- That an account changed, when and by whom; never what it said before: a name that was left behind stays behind.
create table account_change (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  fields text[] not null check (cardinality(fields) > 0),
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index account_change_of on account_change (agency, client_id, act_recorded_at, id);

-- The wish by which somebody became a client who had been met without a name before. It says nothing of that meeting.
create table wish_for_record (
  agency text not null,
  client_id uuid not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, client_id),
  foreign key (agency, client_id) references client (agency, id)
);
call keep_by_agency('account_change', 'wish_for_record');
grant select, insert on account_change, wish_for_record to ${app};
