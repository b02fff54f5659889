-- Why each option was put before the client, and what nobody knows of it; as it was when they were told.
create table option_match (
  option_set_id uuid not null,
  agency text not null,
  service_id uuid not null,
  criterion text not null check (criterion in ('need', 'age', 'language', 'confirmed-lately', 'takes-referrals')),
  fit text not null check (fit in ('yes', 'no', 'unknown')),
  primary key (option_set_id, service_id, criterion),
  foreign key (option_set_id, service_id) references option_set_service (option_set_id, service_id)
);

-- The client wants none of them, and is asked for no reason.
create table option_set_none (
  option_set_id uuid primary key references option_set,
  agency text not null,
  act_kind text not null check (act_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null
);

-- The client wanted to go there by themselves and was given what they need for it. Nothing left the agency.
create table self_referral (
  id uuid primary key,
  agency text not null,
  client_id uuid not null,
  option_set_id uuid not null,
  service_id uuid not null,
  act_kind text not null check (act_kind in ('in-person', 'phone', 'signed-paper', 'own-sign-in')),
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  foreign key (option_set_id, service_id) references option_set_service (option_set_id, service_id)
);
create index self_referral_set on self_referral (option_set_id);

call keep_by_agency('option_match', 'option_set_none', 'self_referral');
grant select, insert on option_match, option_set_none, self_referral to ${app};
create index option_set_of_client on option_set (agency, client_id, presented_at desc, id desc);
