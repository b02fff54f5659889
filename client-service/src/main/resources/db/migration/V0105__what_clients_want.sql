-- Restrictions that clients ask for under 42 CFR 2.26. Nothing could be written here before.
drop table restriction;
create table restriction (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  recipient text not null,
  -- Paid out of pocket in full: towards a health plan this must be granted.
  paid_in_full boolean not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  decision text check (decision in ('granted', 'refused')),
  decided_at timestamptz,
  decided_by text,
  reason text,
  -- The client's act that ended it.
  ended_at timestamptz,
  ended_by text,
  end_kind text,
  end_said_at timestamptz,
  end_words text,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check (decision is distinct from 'refused' or reason is not null),
  check (not paid_in_full or decision = 'granted'),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_kind is null)),
  check (ended_at is null or decision = 'granted')
);
create index restriction_of_client on restriction (agency, client_id, act_recorded_at);

-- Who treats the client: proposed, agreed to by the client, taken on by the provider, ended.
drop table treating_relationship;
create table treating_relationship (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  provider text not null,
  proposed_at timestamptz not null,
  proposed_by text not null,
  act_kind text,
  act_at timestamptz,
  act_words text,
  act_recorded_by text,
  act_recorded_at timestamptz,
  accepted_at timestamptz,
  acceptance text check (acceptance in ('told', 'letter', 'referral-answer')),
  acceptance_recorded_by text,
  ended_at timestamptz,
  ended_by text,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check ((act_kind is null) = (act_at is null)),
  check ((accepted_at is null) = (acceptance is null)),
  check ((ended_at is null) = (ended_by is null))
);
create index treating_relationship_of_client on treating_relationship (agency, client_id, proposed_at);

-- The client said no. That is all there is to say: no reason is kept.
create table consent_refusal (
  agency text not null,
  consent_id uuid not null,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, consent_id),
  foreign key (agency, consent_id) references consent (agency, id)
);

-- A minor may sign together with who may sign for them, 42 CFR 2.14.
alter table consent_signature drop constraint consent_signature_signer_check;
alter table consent_signature drop constraint consent_signature_check1;
alter table consent_signature add constraint consent_signature_signer_check
  check (signer in ('client', 'representative', 'both'));
alter table consent_signature add constraint consent_signature_authority_check
  check ((signer <> 'client') = (authority is not null));

call keep_by_agency('restriction', 'treating_relationship', 'consent_refusal');
grant select, insert on restriction, treating_relationship, consent_refusal to ${app};
grant update (decision, decided_at, decided_by, reason, ended_at, ended_by, end_kind, end_said_at, end_words) on restriction to ${app};
grant update (act_kind, act_at, act_words, act_recorded_by, act_recorded_at, accepted_at, acceptance, acceptance_recorded_by,
  ended_at, ended_by) on treating_relationship to ${app};
