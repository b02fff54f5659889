-- What somebody is, or wants to be, certified as.
create table credential (
  agency text not null,
  id uuid not null,
  specialist_id uuid not null,
  scheme text not null,
  version bigint not null check (version > 0),
  primary key (agency, id),
  unique (agency, specialist_id, scheme),
  foreign key (agency, specialist_id) references specialist (agency, id)
);

-- What happened to it, in order. Its state on any day follows from these and the day; nothing here changes.
create table credential_step (
  agency text not null,
  credential_id uuid not null,
  position int not null check (position > 0),
  kind text not null check (kind in ('begun', 'provisional', 'certified', 'renewed', 'deactivated', 'reinstated', 'revoked')),
  on_day date not null,
  from_day date,
  until_day date check (until_day >= from_day),
  ends_as text check (ends_as in ('lapsed', 'inactive')),
  scheme_version text not null,
  number text,
  issuer text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency, credential_id, position),
  foreign key (agency, credential_id) references credential (agency, id),
  -- What is granted has a first and a last day, and nothing else has.
  check ((kind in ('provisional', 'certified', 'renewed', 'reinstated'))
    = (from_day is not null and until_day is not null and ends_as is not null))
);

-- That the code of ethics was attested, and on which day (CERT-4).
create table attestation (
  agency text not null,
  id uuid not null,
  credential_id uuid not null,
  attester text not null check (attester in ('self', 'supervisor')),
  code text not null,
  code_version text not null,
  attested_on date not null,
  attested_by text not null,
  recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, credential_id) references credential (agency, id)
);
create index attestation_for on attestation (agency, credential_id, attested_on);

-- That one body took another's certificate, or did not (CERT-5).
create table reciprocity (
  agency text not null,
  id uuid not null,
  credential_id uuid not null,
  from_jurisdiction text not null,
  from_scheme text not null,
  from_issuer text not null,
  number text,
  answer text not null check (answer in ('asked', 'granted', 'refused')),
  answered_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, credential_id) references credential (agency, id)
);
create index reciprocity_for on reciprocity (agency, credential_id, answered_on);

call keep_by_agency('credential', 'credential_step', 'attestation', 'reciprocity');
grant select, insert on credential, credential_step, attestation, reciprocity to ${app};
grant update (version) on credential to ${app};
