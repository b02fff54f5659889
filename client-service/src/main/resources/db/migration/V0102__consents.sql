-- A client's chain of disclosures, and what the door locks: whoever decides on a client's disclosures decides alone.
create table chain_head (
  agency text not null,
  client_id uuid not null,
  length bigint not null check (length >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- The time of the last decision; no later one is earlier, whatever the clocks say.
  decided_at timestamptz not null,
  primary key (agency, client_id),
  foreign key (agency, client_id) references client (agency, id)
);

-- Consents and all that happens to them are only ever added: what was signed never changes.
create table consent (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  replaces uuid,
  patient_name text not null,
  disclosers text[] not null,
  recipients text not null check (recipients in ('named', 'class', 'members', 'treating', 'other-class')),
  recipient_parties text[] not null,
  intermediary text,
  recipient_class text,
  purposes text[] not null,
  categories text[] not null,
  description text not null,
  expires text not null check (expires in ('at', 'event', 'never', 'unstated')),
  expires_at timestamptz,
  expires_event text,
  revocation_statement text not null,
  revocation_method text not null,
  states_hipaa_redisclosure boolean not null,
  states_redisclosure_risk boolean not null,
  states_refusal_consequences boolean not null,
  states_fundraising_opt_out boolean not null,
  irrevocable_until text,
  language text not null,
  drafted_at timestamptz not null,
  drafted_by text not null,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  foreign key (agency, replaces) references consent (agency, id),
  check ((recipients in ('members', 'treating', 'other-class')) = (intermediary is not null)),
  check ((expires = 'at') = (expires_at is not null)),
  check ((expires = 'event') = (expires_event is not null))
);
create index consent_of_client on consent (agency, client_id, drafted_at, id);

create table consent_signature (
  agency text not null,
  consent_id uuid not null,
  signer text not null check (signer in ('client', 'representative')),
  authority text,
  initialled boolean not null,
  signed_at timestamptz not null,
  act_kind text not null,
  act_words text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  template_version text not null,
  document text not null,
  document_hash text not null check (document_hash = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  primary key (agency, consent_id),
  foreign key (agency, consent_id) references consent (agency, id),
  check ((signer = 'representative') = (authority is not null))
);

create table consent_revocation (
  agency text not null,
  id uuid not null,
  consent_id uuid not null,
  extent text not null check (extent in ('whole', 'recipient', 'nobody')),
  recipient text,
  said_at timestamptz not null,
  revoked_at timestamptz not null,
  act_kind text not null,
  act_words text,
  recorded_by text not null,
  primary key (agency, id),
  foreign key (agency, consent_id) references consent_signature (agency, consent_id),
  check ((extent = 'recipient') = (recipient is not null))
);
create index consent_revocation_of on consent_revocation (agency, consent_id, revoked_at);

-- That an event which a consent names has happened.
create table consent_event (
  agency text not null,
  id uuid not null,
  consent_id uuid not null,
  event text not null,
  happened_at timestamptz not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, consent_id) references consent_signature (agency, consent_id)
);
create index consent_event_of on consent_event (agency, consent_id, happened_at);

-- Restrictions granted under 42 CFR 2.26.
create table restriction (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  recipient text not null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index restriction_of_client on restriction (agency, client_id);

-- Who treats the client, for consents that reach treating providers through an intermediary.
create table treating_relationship (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  provider text not null,
  client_agreed_at timestamptz,
  provider_accepted_at timestamptz,
  ended_at timestamptz,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id)
);
create index treating_relationship_of_client on treating_relationship (agency, client_id);

do $$
declare name text;
begin
  foreach name in array array['chain_head', 'consent', 'consent_signature', 'consent_revocation', 'consent_event', 'restriction',
      'treating_relationship'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy of_the_agency on %I to ${app} using (agency = nullif(current_setting(''handrail.agency'', true), ''''))', name);
  end loop;
end $$;

grant select, insert on chain_head, consent, consent_signature, consent_revocation, consent_event to ${app};
grant update (length, hash, decided_at) on chain_head to ${app};
grant select on restriction, treating_relationship to ${app};
