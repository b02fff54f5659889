-- What others demand of the client, in the client's words, apart from all that peer support is.
create table obligation (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('court', 'probation-or-parole', 'employer', 'family', 'licence', 'medical', 'school', 'other')),
  source text not null,
  begins_on date,
  ends_on date,
  words text not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check (begins_on is null or ends_on is null or ends_on >= begins_on)
);
create index obligation_of on obligation (agency, client_id, act_recorded_at, id);

-- Letters that say on which days the client was in contact, as the client asked for them.
create table contact_letter (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  from_day date not null,
  to_day date not null,
  language text not null,
  body text not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check (to_day >= from_day)
);
create index contact_letter_of on contact_letter (agency, client_id, act_recorded_at, id);

-- Family and others who stand by a client are people of their own: nothing of theirs is kept that they did not agree to themselves,
-- and that they stand by somebody lets them see nothing of that client.
create table supporter (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  words text not null,
  name_to_use text,
  contact jsonb,
  own_act_kind text,
  own_act_at timestamptz,
  own_act_words text,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check (own_act_kind is not null or (name_to_use is null and contact is null)),
  check ((own_act_kind is null) = (own_act_at is null))
);
create index supporter_of on supporter (agency, client_id, act_recorded_at, id);
call keep_by_agency('obligation', 'contact_letter', 'supporter');
grant select, insert on obligation, contact_letter, supporter to ${app};
grant update (ended_at) on supporter to ${app};
