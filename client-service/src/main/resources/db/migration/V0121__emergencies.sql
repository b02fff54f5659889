-- What the client wants medical personnel to know when they cannot say it themselves. Each version is kept.
create table emergency_card (
  agency text not null,
  client_id uuid not null,
  version bigint not null check (version > 0),
  medications text[] not null,
  allergies text[] not null,
  overdose text,
  naloxone text,
  contact_name text,
  contact_phone text,
  contact_relation text,
  act_kind text not null,
  act_at timestamptz not null,
  act_words text,
  act_recorded_by text not null,
  act_recorded_at timestamptz not null,
  primary key (agency, client_id, version),
  foreign key (agency, client_id) references client (agency, id),
  check (contact_name is not null or (contact_phone is null and contact_relation is null))
);

-- Every attempt to reach a record in a medical emergency, 42 CFR 2.51(c): written before anything is released.
create table emergency_access (
  agency text not null,
  id uuid not null,
  client_id uuid not null,
  recipient text not null,
  profession text not null,
  personnel text,
  facility text,
  discloser text,
  happened_at timestamptz,
  nature text,
  why_no_consent text,
  requested_at timestamptz not null,
  requested_by text not null,
  denial text,
  expires_at timestamptz,
  primary key (agency, id),
  foreign key (agency, client_id) references client (agency, id),
  check ((denial is null) = (expires_at is not null)),
  check (expires_at <= requested_at + interval '4 hours'),
  check (denial is not null or (profession in ('physician', 'nurse', 'paramedic', 'pharmacist') and personnel ~ '\S'
    and facility ~ '\S' and discloser ~ '\S' and nature ~ '\S' and why_no_consent ~ '\S' and happened_at is not null))
);
create index emergency_access_in_order on emergency_access (agency, requested_at, id);
create index emergency_access_of_client on emergency_access (agency, client_id, requested_at);

create table emergency_review (
  agency text not null,
  emergency_id uuid not null,
  finding text not null check (finding in ('justified', 'not-justified')),
  note text not null check (note ~ '\S'),
  reviewed_at timestamptz not null,
  reviewed_by text not null,
  primary key (agency, emergency_id),
  foreign key (agency, emergency_id) references emergency_access (agency, id)
);

-- That the client was told, at the next contact.
create table emergency_told (
  agency text not null,
  emergency_id uuid not null,
  told_at timestamptz not null,
  told_by text not null,
  primary key (agency, emergency_id),
  foreign key (agency, emergency_id) references emergency_access (agency, id)
);

call keep_by_agency('emergency_card', 'emergency_access', 'emergency_review', 'emergency_told');
grant select, insert on emergency_card, emergency_access, emergency_review, emergency_told to ${app};

-- First the record, then the release: the ledger takes no row about an emergency that is not on record.
create function the_matter_is_on_record() returns trigger language plpgsql as $$
  declare found_it boolean;
  begin
    execute format('select exists (select from %I where agency = $1 and id = $2 and client_id = $3)', tg_argv[0])
      into found_it using new.agency, new.matter_id, new.client_id;
    if not found_it then
      raise exception 'the matter is not on record' using errcode = 'foreign_key_violation';
    end if;
    return new;
  end
$$;
create trigger emergency_is_on_record before insert on disclosure for each row
  when (new.matter = 'emergency') execute function the_matter_is_on_record('emergency_access');
