-- In force when both sides signed, until either ends it.
create table companion_agreement (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  companion text not null,
  terms text not null,
  private_pay boolean not null,
  credential text,
  goal_mode text check (goal_mode in ('abstinence', 'harm-reduction')),
  act_kind text,
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  companion_signed_at timestamptz,
  ended_at timestamptz,
  drafted_at timestamptz not null,
  version bigint not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  -- What it is for is the client's choice and stands on their act.
  check ((goal_mode is null) = (act_kind is null))
);
create index companion_agreement_of_client on companion_agreement (agency, client_id, drafted_at);

create table companion_shift (
  agency text not null,
  id uuid not null,
  agreement_id uuid not null,
  companion text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  relief text,
  primary key (agency, id),
  foreign key (agency, agreement_id) references companion_agreement (agency, id),
  check (ends_at > starts_at),
  check (relief <> companion)
);
create index companion_shift_of on companion_shift (agency, agreement_id, starts_at);
create index companion_shift_of_companion on companion_shift (agency, companion, starts_at);

create table companion_leg (
  agency text not null,
  id uuid not null,
  agreement_id uuid not null,
  departs_at timestamptz not null,
  depart_local timestamp not null,
  depart_zone text not null,
  depart_country text not null,
  arrives_at timestamptz not null,
  arrive_local timestamp not null,
  arrive_zone text not null,
  arrive_country text not null,
  primary key (agency, id),
  foreign key (agency, agreement_id) references companion_agreement (agency, id),
  check (arrives_at > departs_at)
);
create index companion_leg_of on companion_leg (agency, agreement_id, departs_at);

call keep_by_agency('companion_agreement', 'companion_shift', 'companion_leg');
grant select, insert on companion_agreement, companion_shift, companion_leg to ${app};
grant update (goal_mode, act_kind, act_at, act_words, act_recorded_by, act_recorded_at, companion_signed_at, ended_at, version)
  on companion_agreement to ${app};
