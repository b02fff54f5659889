-- What else a client lives with or has lived through, in their own words and language. Rows are only ever added.
create table co_occurring (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('mental-health', 'trauma', 'physical-health', 'other')),
  clients_words text not null check (clients_words ~ '\S'),
  language text not null,
  raising text not null check (raising in ('when-it-helps', 'only-the-client')),
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index co_occurring_of on co_occurring (agency, client_id, act_recorded_at, id);

-- That a client took it back: from then on nobody but they read it.
create table co_occurring_taken_back (
  agency text not null,
  id uuid not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, id) references co_occurring (agency, id)
);
call keep_by_agency('co_occurring', 'co_occurring_taken_back');
grant select, insert on co_occurring, co_occurring_taken_back to ${app};
