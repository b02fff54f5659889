create table promise (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  specialist text not null,
  words text not null,
  made_at timestamptz not null,
  version bigint not null check (version > 0),
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index promise_to_client on promise (agency, client_id, made_at, id);

-- What became of each, step by step. Another time after the first stands on the client's act.
create table promise_change (
  agency text not null,
  promise_id uuid not null,
  version bigint not null,
  due_at timestamptz not null,
  status text not null check (status in ('open', 'kept', 'not-kept')),
  note text,
  act_kind text,
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  primary key (agency, promise_id, version),
  foreign key (agency, promise_id) references promise (agency, id),
  check ((version > 1 and status = 'open') = (act_kind is not null))
);

create table grievance (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  clients_words text not null,
  matter text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index grievance_of_client on grievance (agency, client_id, recorded_at, id);

-- Nobody was told without the client's act.
create table grievance_escalation (
  agency text not null,
  grievance_id uuid not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, grievance_id),
  foreign key (agency, grievance_id) references grievance (agency, id)
);

call keep_by_agency('promise', 'promise_change', 'grievance', 'grievance_escalation');
grant select, insert on promise, promise_change, grievance, grievance_escalation to ${app};
grant update (version) on promise to ${app};
